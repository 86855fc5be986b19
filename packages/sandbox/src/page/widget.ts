import {
  createSimulatedHost,
  type EmbeddedPlugin,
  type SimulatedConfig,
  type SimulatedFault,
  type SimulatedHost,
  type SimulatedManifest,
} from '@haiilo-kit/simulator'
import { html, nothing, render, type TemplateResult } from 'lit'
import type { SandboxSetup, SetupInstance, SetupUser } from '../contract/setup.js'
import { messageOfHost, type TimelineMessage } from '../timeline/timeline-entry.js'
import type { ShownEntryPoint } from './entry-points.js'
import { icon } from './icon.js'
import type { PageChecks } from './page-checks.js'

/** What a widget is shown with. A change reloads the plug-in, except for fault and latency. */
export interface WidgetState extends Pick<SandboxSetup, 'editing' | 'sandbox' | 'globalConfig' | 'tenant'> {
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

/** One instance of the plug-in on the page of the tenant. */
export interface Widget {
  readonly element: HTMLElement
  readonly update: (state: WidgetState) => void
  readonly reload: () => void
  /** Loads the configuration view of the instance into a frame. */
  readonly embedSettings: (frame: HTMLIFrameElement, url: string) => EmbeddedPlugin
  /** Presses Save in the settings dialog. Rejects if the configuration view does not answer. */
  readonly saveSettings: () => Promise<boolean | SimulatedConfig>
  readonly close: () => void
}

/** What is shown in the place of the plug-in. */
interface Problem {
  readonly heading: string
  readonly message: string
  readonly action?: { readonly label: string; readonly run: () => void } | undefined
}

/**
 * Shows one instance. Each has a simulated host of its own, so that it also has a fault and a latency of its own; the key that signs is
 * the same for all.
 */
export function createWidget(checks: PageChecks, actions: WidgetActions): Widget {
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
  let madeOf = ''
  let applied: { readonly user: string; readonly config: string; readonly editing: boolean } | undefined
  let problem: Problem | undefined
  let silence: string | undefined
  let stopWaiting = (): void => undefined
  let loads = 0

  function update(next: WidgetState): void {
    state = next
    element.dataset['columns'] = String(next.instance.columns)
    element.classList.toggle('selected', next.selected)
    const key = keyOf(next)
    const wanted = appliedOf(next)
    const changes = applied
      ? (['user', 'config', 'editing'] as const).filter((name) => applied?.[name] !== wanted[name])
      : []
    if (key !== madeOf || changes.length > 1) open(next, key)
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

  /** Creates the host of this instance again, and loads the plug-in. */
  function open(next: WidgetState, key: string): void {
    leave()
    madeOf = key
    applied = appliedOf(next)
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
        ...(next.entryPoint.id !== undefined && { entryPoint: next.entryPoint.id }),
      })
    } catch (error) {
      leave()
      problem = { heading: 'This widget cannot be shown', message: messageOf(error) }
    }
    void check(next.entryPoint.url)
  }

  function findProblem({ manifest, entryPoint, instance }: WidgetState): Problem | undefined {
    if (!manifest)
      return { heading: 'There is no manifest yet', message: 'The widget appears when the manifest can be read.' }
    if (!entryPoint && instance.entryPoint !== undefined)
      return {
        heading: 'This entry point is gone',
        message: `The manifest has no entry point with the id ${instance.entryPoint}. Add it again, or choose another one for this widget.`,
        action: { label: 'Show the first entry point', run: actions.showFirstEntryPoint },
      }
    if (!entryPoint) return { heading: 'There is no entry point', message: 'Add one to `entryPoints` of the manifest.' }
    if (!entryPoint.url)
      return {
        heading: 'This entry point has no address',
        message: 'Set its `url` in the manifest to an http or https address, or to one relative to the manifest.',
      }
    return undefined
  }

  function openHost({ instance, manifest, manifestUrl, tenant, keyServer, ...options }: WidgetState): SimulatedHost {
    const opened = createSimulatedHost({
      tenant: { url: location.origin, id: tenant === 'first' ? 'tenant-1' : 'tenant-2' },
      user: { ...options.user },
      manifest: manifest as SimulatedManifest, // the simulator reads any object and leaves out what is broken
      globalConfig: options.globalConfig,
      editing: options.editing,
      sandbox: options.sandbox,
      latency: instance.latency,
      fault: faultOf({ instance }),
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
        actions.log(messageOfHost(entry, opened.sendAgain))
        if (entry.view === 'plugin' && entry.direction === 'plugin-to-host')
          hear(entry.verdict === 'silent' ? entry.reason : undefined)
      }
    })
    return opened
  }

  async function check(url: string): Promise<void> {
    loads += 1
    const load = loads
    const result = await checks.check(url)
    if (load !== loads || !result || result.kind === 'ok' || problem) return
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
    stopWaiting = checks.whenShown(url, reload)
    draw()
  }

  function hear(reason: string | undefined): void {
    if (reason === silence) return
    silence = reason
    draw()
  }

  function reload(): void {
    if (!state) return
    if (problem || !embedded) open(state, keyOf(state))
    else {
      silence = undefined
      embedded.reload()
      if (state.entryPoint?.url) void check(state.entryPoint.url)
    }
    draw()
  }

  function leave(): void {
    stopWaiting()
    home?.close()
    home = undefined
    embedded = undefined
    problem = undefined
    silence = undefined
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
      : html`<haiilo-alert tone="info" heading="This page is silent" live="polite"><p>${silence}</p></haiilo-alert>`
  }

  return {
    element,
    update,
    reload,
    embedSettings(settings, url) {
      if (!home || !state) throw new Error('The settings cannot be shown while the widget is not.')
      return home.embed(settings, { view: 'config', source: state.instance.id, url })
    },
    async saveSettings() {
      if (!home || !state) throw new Error('The settings cannot be saved while the widget is not shown.')
      const answer = await home.save({ source: state.instance.id })
      if (typeof answer === 'object') {
        // the host stored it and reloaded the plug-in
        if (applied) applied = { ...applied, config: JSON.stringify(answer) }
        actions.storeConfig(answer)
      } else if (answer) embedded?.reload()
      return answer
    },
    close() {
      loads += 1
      leave()
      element.remove()
    },
  }
}

/** What a host is made of and cannot change later. */
function keyOf({
  manifest,
  manifestUrl,
  tenant,
  sandbox,
  globalConfig,
  keyServer,
  instance,
  entryPoint,
}: WidgetState): string {
  const address = [entryPoint?.url, entryPoint?.configUrl]
  return JSON.stringify([manifest, manifestUrl, tenant, sandbox, globalConfig, keyServer, instance.entryPoint, address])
}

function appliedOf({ user, instance, editing }: WidgetState) {
  return { user: JSON.stringify(user), config: JSON.stringify(instance.config), editing }
}

/** The set-up was parsed: a fault is one of the simulator. */
function faultOf({ instance }: Pick<WidgetState, 'instance'>): SimulatedFault | undefined {
  return instance.fault as SimulatedFault | undefined
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
