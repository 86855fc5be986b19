import {
  createSimulatedHost,
  type EmbeddedPlugin,
  type SimulatedConfig,
  type SimulatedFault,
  type SimulatedHost,
  type SimulatedHostOptions,
  type SimulatedManifest,
} from '@haiilo-kit/simulator'
import { html, nothing, render, type TemplateResult } from 'lit'
import { TENANT_IDS } from '../../contract/hosts.js'
import { mayBeShown } from '../../contract/page-check.js'
import type { SandboxSetup, SetupInstance, SetupUser } from '../../contract/setup.js'
import { timelineMessageFromHost, type TimelineMessage } from '../../timeline/timeline-entry.js'
import type { ShownEntryPoint } from '../state/entry-points.js'
import { icon } from '../view/icon.js'
import type { PageChecker } from './page-checker.js'

/** The input of a widget. A change reloads the plug-in, unless only the fault, the latency, the width or the selection changes. */
export interface WidgetState extends Pick<SandboxSetup, 'editing' | 'sandbox' | 'wrapper' | 'globalConfig' | 'tenant'> {
  readonly instance: SetupInstance
  readonly entryPoint: ShownEntryPoint | undefined
  readonly manifest: object | undefined
  readonly manifestUrl: string | undefined
  readonly user: SetupUser
  readonly keyServer: string
  readonly selected: boolean
}

export interface WidgetActions {
  readonly select: () => void
  readonly openSettings: () => void
  readonly resize: (columns: number) => void
  readonly remove: () => void
  readonly showFirstEntryPoint: () => void
  readonly log: (message: TimelineMessage) => void
  readonly storeConfig: (config: SimulatedConfig) => void
}

/** What all widgets of a page share. */
export interface WidgetOptions {
  readonly checker: PageChecker
  readonly subjects: SimulatedHostOptions['subjects']
  /** URL of the wrapper page. */
  readonly wrapper: string | undefined
}

/** One instance of the plug-in on the page of the tenant. */
export interface Widget {
  readonly element: HTMLElement
  readonly update: (state: WidgetState) => void
  readonly reload: () => void
  /** Loads the configuration view of the instance into a frame. */
  readonly embedSettings: (frame: HTMLIFrameElement, url: string) => EmbeddedPlugin
  /** Requests the values of the configuration view, and stores them. Rejects if the view does not answer. */
  readonly saveSettings: () => Promise<boolean | SimulatedConfig>
  readonly close: () => void
}

/** Why the plug-in cannot be shown. It replaces the plug-in. */
interface Problem {
  readonly heading: string
  readonly message: string
  readonly action?: { readonly label: string; readonly run: () => void } | undefined
}

/**
 * Shows one instance. Each instance has its own simulated host, and with it its own fault and latency. All hosts sign with the same key.
 */
export function createWidget({ checker, subjects, wrapper }: WidgetOptions, actions: WidgetActions): Widget {
  const header = document.createElement('header')
  const body = document.createElement('div')
  const notes = document.createElement('div')
  const element = document.createElement('article')
  element.className = 'widget'
  body.className = 'widget-body'
  element.append(header, body, notes)
  element.addEventListener('focusin', actions.select)
  element.addEventListener('pointerdown', actions.select)

  let state: WidgetState | undefined
  let home: SimulatedHost | undefined
  let frame = document.createElement('iframe')
  let embedded: EmbeddedPlugin | undefined
  let hostKey = ''
  let applied: { readonly user: string; readonly config: string; readonly editing: boolean } | undefined
  let problem: Problem | undefined
  let silence: string | undefined
  /** Why the plug-in may be silent. */
  let likelyCause: string | undefined
  let stopWaiting = (): void => undefined
  let loads = 0

  function update(next: WidgetState): void {
    state = next
    element.dataset['columns'] = String(next.instance.columns)
    element.classList.toggle('selected', next.selected)
    const key = hostKeyOf(next)
    const wanted = liveOptionsOf(next)
    const changes = applied
      ? (['user', 'config', 'editing'] as const).filter((name) => applied?.[name] !== wanted[name])
      : []
    if (key !== hostKey || changes.length > 1) open(next, key)
    else if (home && changes[0]) {
      applied = wanted
      if (changes[0] === 'user') home.setUser({ ...next.user })
      else if (changes[0] === 'editing') home.setEditing(next.editing)
      else home.setConfig(next.instance.config, { source: next.instance.id })
      silence = undefined
    } else applied = wanted
    home?.setFault(faultOf(next))
    home?.setLatency(next.instance.latency ?? 0)
    draw()
  }

  /** Creates a new host for this instance, and loads the plug-in. */
  function open(next: WidgetState, key: string): void {
    closeHost()
    hostKey = key
    applied = liveOptionsOf(next)
    problem = findProblem(next)
    if (problem || !next.entryPoint?.url) return
    try {
      home = openHost(next)
      frame = document.createElement('iframe')
      body.append(frame)
      const { id, config } = next.instance
      embedded = home.embed(frame, {
        source: id,
        config,
        wrapper: next.wrapper ? wrapper : undefined,
        ...(next.entryPoint.id !== undefined && { entryPoint: next.entryPoint.id }),
      })
    } catch (error) {
      closeHost()
      problem = { heading: 'This widget cannot be shown', message: messageOf(error) }
    }
    void check(next.entryPoint.url)
  }

  function findProblem({ manifest, entryPoint, instance }: WidgetState): Problem | undefined {
    if (!manifest)
      return {
        heading: 'There is no manifest yet',
        message: 'The plug-in appears as soon as the manifest can be read.',
      }
    if (!entryPoint && instance.entryPoint !== undefined)
      return {
        heading: 'This entry point does not exist',
        message: `The manifest has no entry point with the id ${instance.entryPoint}. Add it to the manifest, or choose another entry point for this widget.`,
        action: { label: 'Show the first entry point', run: actions.showFirstEntryPoint },
      }
    if (!entryPoint) return { heading: 'There is no entry point', message: 'Add one to `entryPoints` in the manifest.' }
    if (!entryPoint.url)
      return {
        heading: 'This entry point has no valid URL',
        message: 'Set its `url` in the manifest to an http or https URL, or to one that is relative to the manifest.',
      }
    return undefined
  }

  function openHost({ instance, manifest, manifestUrl, tenant, keyServer, ...options }: WidgetState): SimulatedHost {
    const opened = createSimulatedHost({
      tenant: { url: location.origin, id: TENANT_IDS[tenant] },
      user: { ...options.user },
      manifest: manifest as SimulatedManifest, // the simulator reads any object and ignores invalid parts
      globalConfig: options.globalConfig,
      editing: options.editing,
      sandbox: options.sandbox,
      latency: instance.latency,
      fault: faultOf({ instance }),
      subjects,
      ...(manifestUrl !== undefined && { manifestUrl }),
      ...(keyServer && { keyServer }),
    })
    let seen = 0
    opened.subscribe(() => {
      const entries = opened.log
      let from = entries.length
      while (from > 0 && (entries[from - 1]?.id ?? 0) > seen) from -= 1
      for (const entry of entries.slice(from)) {
        seen = entry.id
        actions.log(timelineMessageFromHost(entry, opened.sendAgain))
        if (entry.view === 'plugin' && entry.direction === 'plugin-to-host')
          setSilence(entry.verdict === 'silent' ? entry.reason : undefined)
      }
    })
    return opened
  }

  async function check(url: string): Promise<void> {
    loads += 1
    const load = loads
    const result = await checker.check(url)
    if (load !== loads || !result || problem) return
    likelyCause = result.kind === 'certificate' ? result.message : undefined
    if (mayBeShown(result)) return draw()
    home?.close()
    home = undefined
    embedded = undefined
    frame.remove()
    problem = {
      heading: 'This page cannot be shown',
      message: result.message,
      action: { label: 'Try again', run: reload },
    }
    stopWaiting()
    stopWaiting = checker.whenAvailable(url, reload)
    draw()
  }

  function setSilence(reason: string | undefined): void {
    if (reason === silence) return
    silence = reason
    draw()
  }

  function reload(): void {
    if (!state) return
    if (problem || !embedded) open(state, hostKeyOf(state))
    else {
      silence = undefined
      embedded.reload()
      if (state.entryPoint?.url) void check(state.entryPoint.url)
    }
    draw()
  }

  function closeHost(): void {
    stopWaiting()
    home?.close()
    home = undefined
    embedded = undefined
    problem = undefined
    silence = undefined
    likelyCause = undefined
    frame.remove()
  }

  function draw(): void {
    if (!state) return
    const { instance, entryPoint, editing } = state
    const name = entryPoint?.name ?? 'Widget'
    element.setAttribute('aria-label', `${name}, ${instance.id}`)
    element.classList.toggle('editing', editing)
    frame.title = `${name} (${instance.id})`
    render(bar(name, state), header)
    render(notesTemplate(), notes)
  }

  function bar(name: string, { instance, entryPoint, editing }: WidgetState): TemplateResult {
    const hasSettings = entryPoint?.configUrl !== undefined || (entryPoint?.fields.length ?? 0) > 0
    const tool = (label: string, shape: string, run: () => void): TemplateResult =>
      html`<button type="button" class="tool" aria-label="${label}, ${instance.id}" title=${label} @click=${run}>
        ${icon(shape)}
      </button>`
    return html`<span class="widget-name">${name}</span> <span class="quiet">${instance.id}</span>
      ${instance.fault ? html`<span class="pill warn" title="Fault">${instance.fault}</span>` : nothing}
      ${instance.latency ? html`<span class="pill warn" title="Latency">${instance.latency} ms</span>` : nothing}
      <span class="tools">
        ${
          editing
            ? html`${tool('Narrower', 'narrower', () => actions.resize(instance.columns - 1))}
              ${tool('Wider', 'wider', () => actions.resize(instance.columns + 1))}
              ${tool('Remove', 'remove', actions.remove)}`
            : nothing
        }
        ${hasSettings ? tool('Settings', 'settings', actions.openSettings) : nothing}
        ${tool('Reload', 'reload', reload)}
      </span>`
  }

  function notesTemplate(): unknown {
    if (problem) {
      const { heading, message, action } = problem
      return html`<haiilo-alert tone="warning" heading=${heading} live="polite">
        <p>${message}</p>
        ${action ? html`<haiilo-button slot="action" @click=${action.run}>${action.label}</haiilo-button>` : nothing}
      </haiilo-alert>`
    }
    return silence === undefined
      ? nothing
      : html`<haiilo-alert tone="info" heading="The plug-in does not send messages" live="polite"
          ><p>${likelyCause ?? silence}</p></haiilo-alert
        >`
  }

  return {
    element,
    update,
    reload,
    embedSettings(settings, url) {
      if (!home || !state) throw new Error('The settings cannot be shown, because the widget is not.')
      return home.embed(settings, {
        view: 'config',
        source: state.instance.id,
        url,
        wrapper: state.wrapper ? wrapper : undefined,
      })
    },
    async saveSettings() {
      if (!home || !state) throw new Error('The settings cannot be saved, because the widget is not shown.')
      const answer = await home.save({ source: state.instance.id })
      if (typeof answer === 'object') {
        // the host has stored it and reloaded the plug-in
        if (applied) applied = { ...applied, config: JSON.stringify(answer) }
        actions.storeConfig(answer)
      } else if (answer) embedded?.reload()
      return answer
    },
    close() {
      loads += 1
      closeHost()
      element.remove()
    },
  }
}

/** Everything that a simulated host gets when it is created and that cannot change later. */
function hostKeyOf({
  manifest,
  manifestUrl,
  tenant,
  sandbox,
  wrapper,
  globalConfig,
  keyServer,
  instance,
  entryPoint,
}: WidgetState): string {
  const address = [entryPoint?.url, entryPoint?.configUrl]
  return JSON.stringify([
    manifest,
    manifestUrl,
    tenant,
    sandbox,
    wrapper,
    globalConfig,
    keyServer,
    instance.entryPoint,
    address,
  ])
}

function liveOptionsOf({ user, instance, editing }: WidgetState) {
  return { user: JSON.stringify(user), config: JSON.stringify(instance.config), editing }
}

/** The set-up was parsed, so its fault is one of the simulator's. */
function faultOf({ instance }: Pick<WidgetState, 'instance'>): SimulatedFault | undefined {
  return instance.fault as SimulatedFault | undefined
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
