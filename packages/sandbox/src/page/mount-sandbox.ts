import '@haiilo-kit/ui/alert'
import '@haiilo-kit/ui/button'
import '@haiilo-kit/ui/empty-state'
import '@haiilo-kit/ui/user'
import { html, nothing, render, type TemplateResult } from 'lit'
import type { PluginState } from '../contract/plugin-state.js'
import type { SandboxBackend } from '../contract/sandbox-backend.js'
import type { SandboxSetup, SetupInstance } from '../contract/setup.js'
import { dress } from '../look/dress.js'
import { look } from '../look/look.styles.js'
import { copyText } from '../look/take-away.js'
import {
  defaultSetup,
  freeInstanceId,
  LIMITS,
  parseSetup,
  readSetupFragment,
  setupFragment,
  signedInUser,
  usersOf,
  type ParsedSetup,
} from '../setup/index.js'
import { createTimeline } from '../timeline/create-timeline.js'
import { mountTimeline } from '../timeline/mount-timeline.js'
import type { RecordedSituation } from '../timeline/record-fixture.js'
import { addDialog, formDialog, formValues, helpDialog, peopleDialog } from './dialogs.js'
import { entryPointOf, globalFields, pluginName, readEntryPoints, type ShownEntryPoint } from './entry-points.js'
import { icon } from './icon.js'
import { createPageChecks } from './page-checks.js'
import { loadPanelSizes, PANEL_LIMITS, savePanelSizes, within, type PanelSizes } from './panel-sizes.js'
import { pageStyles } from './page.styles.js'
import type { SandboxAddress } from './sandbox-address.js'
import { createSettingsView, type SettingsView } from './settings-view.js'
import { listenToShortcuts, type Shortcut } from './shortcuts.js'
import { sidePanel, type SideTab } from './side-panel.js'
import { splitter } from './splitter.js'
import { createWidget, type Widget } from './widget.js'

export interface MountSandboxOptions {
  readonly backend: SandboxBackend
  /** Where the set-up is written as a link. Default: nowhere; the backend saves it. */
  readonly address?: SandboxAddress | undefined
  /** Origins of the two tenants. Without them, both tenants live on the origin of the page. */
  readonly tenants?: Readonly<Record<SandboxSetup['tenant'], string>> | undefined
  /** Address of the page about an error code. Default: codes are no links. */
  readonly errorPage?: ((code: string) => string) | undefined
}

/** A sandbox in a page. */
export interface MountedSandbox {
  /** What is set up at the moment. */
  readonly setup: () => SandboxSetup
  /** Shows another set-up. It is read like one from a link. */
  readonly show: (setup: SandboxSetup) => void
  /** Opens the settings of a widget. */
  readonly openSettings: (id: string) => void
  /**
   * Saves the settings that are open, and closes them unless they are not valid.
   *
   * @returns Whether they were saved.
   * @throws {Error} No settings are open, or the configuration view does not answer.
   */
  readonly saveSettings: () => Promise<boolean>
  /** Returns all messages as JSON, oldest first. */
  readonly exportMessages: () => string
  /** Leaves all plug-ins and empties the element. Calling twice is fine. */
  readonly close: () => void
}

type OpenDialog = 'add' | 'help' | 'people' | 'global'

/** Milliseconds after the last change before the set-up is saved. */
const SAVE_PAUSE = 300

/** Widgets that a first visit shows at most. */
const FIRST_WIDGETS = 4

/**
 * Shows a simulated Haiilo Home with the plug-in of the backend. It fills the element, which needs a height.
 *
 * @returns Once the first page is drawn.
 */
export async function mountSandbox(element: HTMLElement, options: MountSandboxOptions): Promise<MountedSandbox> {
  const { backend, address, tenants, errorPage } = options
  const root = dress(element, [look, pageStyles])
  const timeline = createTimeline()
  const timelineElement = document.createElement('section')
  const grid = document.createElement('div')
  const widgets = new Map<string, Widget>()
  const checks = createPageChecks(backend)
  timelineElement.className = 'timeline'
  timelineElement.setAttribute('aria-label', 'Messages')
  grid.className = 'grid'

  let plugin = await backend.plugin().catch((): PluginState => NO_PLUGIN)
  let entryPoints = readEntryPoints(plugin)
  let { setup, notices } = await firstSetup()
  let keyServer = backend.keyServer
  let reachable = true
  let selectedId = setup.instances[0]?.id
  let tab: SideTab = 'page'
  let dialog: OpenDialog | undefined
  let form: SetupInstance | undefined
  let settings: SettingsView | undefined
  let message = ''
  let sizes = loadPanelSizes(element.clientWidth < 769)
  let saving: ReturnType<typeof setTimeout> | undefined
  let unsaved = false

  const shortcuts: readonly Shortcut[] = [
    { key: '?', label: 'Shows this list', run: () => openDialog('help') },
    { key: 'a', label: 'Adds a widget', run: startAdding },
    { key: 'e', label: 'Enters or leaves the edit mode', run: () => change({ editing: !setup.editing }) },
    { key: 'r', label: 'Reloads all plug-ins', run: reloadAll },
    { key: 'u', label: 'Signs in the next person', run: nextUser },
    { key: 'd', label: 'Changes between light and dark', run: toggleTheme },
    { key: '1', label: 'Desktop', run: () => change({ device: 'desktop' }) },
    { key: '2', label: 'Tablet', run: () => change({ device: 'tablet' }) },
    { key: '3', label: 'Phone', run: () => change({ device: 'phone' }) },
    { key: 's', label: 'Opens or closes the controls', run: () => resize({ sideOpen: !sizes.sideOpen }) },
    { key: 'm', label: 'Opens or closes the messages', run: () => resize({ timelineOpen: !sizes.timelineOpen }) },
    { key: '/', label: 'Searches the messages', run: search },
    { key: 'p', label: 'Pauses or resumes the messages', run: () => timeline.pause(!timeline.paused()) },
  ]

  /** The link wins, then what was saved, then one widget for each entry point. */
  async function firstSetup(): Promise<{ setup: SandboxSetup; notices: readonly string[] }> {
    const linked = address && readSetupFragment(address.read())
    const saved = linked ? undefined : await backend.loadSetup().catch(() => undefined)
    if (!linked && saved === undefined) return { setup: atHome(freshSetup(entryPoints)), notices: [] }
    const parsed = linked ?? parseSetup(saved)
    const known = withKnownEntryPoints(parsed.setup, plugin.manifest ? entryPoints : undefined)
    return { setup: linked ? known.setup : atHome(known.setup), notices: [...parsed.notices, ...known.notices] }
  }

  /** Without a link, the origin says which tenant it is. */
  function atHome(given: SandboxSetup): SandboxSetup {
    const here = tenants && (['first', 'second'] as const).find((name) => tenants[name] === location.origin)
    return here ? { ...given, tenant: here } : given
  }

  // state

  function change(changes: Partial<SandboxSetup>): void {
    setup = { ...setup, ...changes }
    if (!setup.instances.some(({ id }) => id === selectedId)) selectedId = setup.instances[0]?.id
    unsaved = true
    clearTimeout(saving)
    saving = setTimeout(save, SAVE_PAUSE)
    show()
  }

  function save(): void {
    clearTimeout(saving)
    if (!unsaved) return
    unsaved = false
    const link = setupFragment(setup)
    if (link.length <= LIMITS.fragment) address?.write(link)
    backend.saveSetup(setup).catch(() => (unsaved = true))
  }

  function changeInstance(id: string, changes: Partial<SetupInstance>): void {
    change({ instances: setup.instances.map((each) => (each.id === id ? { ...each, ...changes } : each)) })
  }

  function setTenant(tenant: SandboxSetup['tenant']): void {
    change({ tenant })
    if (!tenants || tenants[tenant] === location.origin) return
    save()
    visitTenant()
  }

  /** Opens the origin of the tenant, if this page has another one. */
  function visitTenant(): void {
    if (tenants && tenants[setup.tenant] !== location.origin)
      address?.open(`${tenants[setup.tenant]}/${setupFragment(setup)}`)
  }

  function select(id: string): void {
    if (selectedId === id) return
    selectedId = id
    show()
  }

  function showTab(next: SideTab): void {
    tab = next
    draw()
  }

  function resize(changes: Partial<PanelSizes>): void {
    sizes = { ...sizes, ...changes }
    savePanelSizes(sizes)
    draw()
  }

  function openDialog(next: OpenDialog | undefined): void {
    dialog = next
    draw()
  }

  // widgets

  function startAdding(): void {
    if (!plugin.manifest || !entryPoints.length) return say('There is no entry point to show. Look at the tab Plug-in.')
    if (setup.instances.length >= LIMITS.instances) return say(`A page has at most ${LIMITS.instances} widgets.`)
    if (entryPoints.length > 1) return openDialog('add')
    const [only] = entryPoints
    if (only) add(only)
  }

  function add({ id: entryPoint }: ShownEntryPoint): void {
    const id = freeInstanceId(setup.instances)
    dialog = undefined
    selectedId = id
    tab = 'widget'
    change({
      instances: [...setup.instances, { id, columns: 6, config: {}, ...(entryPoint !== undefined && { entryPoint }) }],
    })
    widgets.get(id)?.element.scrollIntoView({ block: 'nearest' })
    say(`Widget ${id} was added.`)
  }

  function remove(id: string): void {
    change({ instances: setup.instances.filter((each) => each.id !== id) })
    say(`Widget ${id} was removed.`)
    root.querySelector<HTMLElement>('.add')?.focus()
  }

  function openSettings(id: string): void {
    const instance = setup.instances.find((each) => each.id === id)
    const entryPoint = instance && entryPointOf(entryPoints, instance.entryPoint)
    const widget = widgets.get(id)
    if (!instance || !entryPoint || !widget) return
    if (entryPoint.configUrl === undefined) form = instance
    else {
      settings?.close()
      settings = createSettingsView({
        heading: `Settings of ${entryPoint.name} (${id})`,
        widget,
        url: entryPoint.configUrl,
        checks,
        draw,
        onClose: closeSettings,
      })
    }
    draw()
  }

  function storeForm(config: SetupInstance['config']): void {
    const { id } = form ?? {}
    form = undefined
    if (id !== undefined) changeInstance(id, { config })
  }

  async function saveSettings(): Promise<boolean> {
    if (settings) return settings.save()
    if (!form) throw new Error('No settings are open.')
    const values = await formValues(root)
    if (values) storeForm(values)
    return values !== undefined
  }

  function closeSettings(): void {
    settings?.close()
    settings = undefined
    form = undefined
    draw()
  }

  function reloadAll(): void {
    for (const widget of widgets.values()) widget.reload()
    say('All plug-ins are loaded again.')
  }

  function nextUser(): void {
    const people = usersOf(setup)
    const at = people.findIndex(({ userId }) => userId === setup.user)
    const next = people[(at + 1) % people.length]
    if (!next) return
    change({ user: next.userId })
    say(`${next.userName} is signed in.`)
  }

  function toggleTheme(): void {
    change({ theme: setup.theme === 'dark' ? 'light' : 'dark' })
  }

  function search(): void {
    if (!sizes.timelineOpen) resize({ timelineOpen: true })
    mounted.focusSearch()
  }

  function situations(): readonly RecordedSituation[] {
    return setup.instances.map(({ id, entryPoint, config, fault, latency }) => ({
      instance: id,
      entryPoint,
      options: {
        user: { ...signedInUser(setup) },
        config,
        ...(Object.keys(setup.globalConfig).length && { globalConfig: setup.globalConfig }),
        editing: setup.editing,
        sandbox: setup.sandbox,
        latency,
        ...(fault !== undefined && { fault: fault as NonNullable<RecordedSituation['options']['fault']> }),
      },
    }))
  }

  function say(text: string): void {
    message = text
    draw()
  }

  // drawing

  /** Shows the widgets of the set-up, and draws everything else. */
  function show(): void {
    for (const [id, widget] of widgets) {
      if (setup.instances.some((each) => each.id === id)) continue
      widget.close()
      widgets.delete(id)
    }
    const user = signedInUser(setup)
    for (const instance of setup.instances) {
      const { id } = instance
      const known = widgets.get(id)
      const widget = known ?? createWidgetOf(id)
      widgets.set(id, widget)
      if (!known) grid.append(widget.element)
      const { editing, sandbox, globalConfig, tenant } = setup
      widget.update({
        ...{ editing, sandbox, globalConfig, tenant, instance, user, keyServer },
        manifest: plugin.manifest,
        manifestUrl: plugin.manifestUrl,
        entryPoint: entryPointOf(entryPoints, instance.entryPoint),
        selected: id === selectedId,
      })
    }
    draw()
  }

  function createWidgetOf(id: string): Widget {
    return createWidget(checks, {
      select: () => select(id),
      openSettings: () => openSettings(id),
      resize: (columns) => changeInstance(id, { columns: within(columns, [1, LIMITS.columns]) ?? 1 }),
      remove: () => remove(id),
      showFirstEntryPoint: () => changeInstance(id, { entryPoint: undefined, config: {} }),
      log: timeline.add,
      storeConfig: (config) => changeInstance(id, { config }),
    })
  }

  function draw(): void {
    element.style.colorScheme = setup.theme
    element.style.setProperty('--side', `${sizes.side}px`)
    element.style.setProperty('--timeline', `${sizes.timeline}px`)
    timelineElement.hidden = !sizes.timelineOpen
    timelineElement.style.display = sizes.timelineOpen ? '' : 'none'
    render(template(), root)
  }

  function template(): TemplateResult {
    return html`${bar()} ${tenantPage()} ${sizes.sideOpen ? side() : nothing}
      ${
        sizes.timelineOpen
          ? splitter({
              label: 'Height of the messages',
              orientation: 'horizontal',
              size: sizes.timeline,
              limits: PANEL_LIMITS.timeline,
              resize: (size) => resize({ timeline: within(size, PANEL_LIMITS.timeline) ?? sizes.timeline }),
            })
          : nothing
      }
      ${timelineElement}
      <p class="hidden-text" role="status">${message}</p>
      ${dialogs()}`
  }

  function bar(): TemplateResult {
    const name = pluginName(plugin)
    const toggle = (label: string, shape: string, pressed: boolean, run: () => void): TemplateResult =>
      html`<button type="button" class="tool" aria-label=${label} title=${label} aria-pressed=${pressed} @click=${run}>
        ${icon(shape)}
      </button>`
    return html`<section class="bar" aria-label="Sandbox">
      <h1>Haiilo sandbox ${name ? html`<span class="quiet wide-only">${name}</span>` : nothing}</h1>
      <div class="group" role="group" aria-label="Width of the page">
        ${toggle('Desktop', 'desktop', setup.device === 'desktop', () => change({ device: 'desktop' }))}
        ${toggle('Tablet', 'tablet', setup.device === 'tablet', () => change({ device: 'tablet' }))}
        ${toggle('Phone', 'phone', setup.device === 'phone', () => change({ device: 'phone' }))}
      </div>
      <div class="row">
        <haiilo-button class="add" @click=${startAdding}>Add widget</haiilo-button>
        ${toggle('Edit mode', 'edit', setup.editing, () => change({ editing: !setup.editing }))}
        <button type="button" class="tool" aria-label="Reload all" title="Reload all" @click=${reloadAll}>
          ${icon('reload')}
        </button>
      </div>
      <div class="row end">
        ${toggle('Dark', 'dark', setup.theme === 'dark', toggleTheme)}
        ${toggle('Messages', 'bottom', sizes.timelineOpen, () => resize({ timelineOpen: !sizes.timelineOpen }))}
        ${toggle('Controls', 'side', sizes.sideOpen, () => resize({ sideOpen: !sizes.sideOpen }))}
        <button
          type="button"
          class="tool"
          aria-label="Keyboard shortcuts"
          title="Keyboard shortcuts"
          @click=${() => openDialog('help')}
        >
          ${icon('help')}
        </button>
      </div>
    </section>`
  }

  function tenantPage(): TemplateResult {
    const { userName, userId, userLanguage } = signedInUser(setup)
    return html`<main tabindex="-1" aria-label="Page of the tenant">
      <div class="notices">${allNotices()}</div>
      <div class="home" data-device=${setup.device}>
        <header>
          <span>${setup.tenant === 'first' ? 'First tenant' : 'Second tenant'} · ${location.host}</span>
          <haiilo-user size="s" name=${userName || userId} detail=${userLanguage}></haiilo-user>
        </header>
        ${
          setup.instances.length
            ? nothing
            : html`<haiilo-empty-state heading="This page has no widgets">
                <haiilo-button slot="action" variant="primary" @click=${startAdding}>Add widget</haiilo-button>
              </haiilo-empty-state>`
        }
        ${grid}
      </div>
    </main>`
  }

  function allNotices(): readonly unknown[] {
    const errors = plugin.findings.filter(({ severity }) => severity === 'error').length
    return [
      reachable
        ? nothing
        : html`<haiilo-alert tone="info" heading="The sandbox’s server does not answer" live="polite">
            <p>Start it again in your terminal. This page goes on by itself, and nothing is lost.</p>
          </haiilo-alert>`,
      plugin.problem === undefined
        ? nothing
        : html`<haiilo-alert tone="warning" heading="The manifest cannot be read" live="polite">
            <p>${plugin.problem}</p>
            ${plugin.manifest ? html`<p>The widgets use the manifest that was read last.</p>` : nothing}
          </haiilo-alert>`,
      errors === 0
        ? nothing
        : html`<haiilo-alert tone="warning" live="polite">
            <p>
              The manifest has ${errors === 1 ? 'an error' : `${errors} errors`}.
              <button type="button" class="link" @click=${showFindings}>Show findings</button>
            </p>
          </haiilo-alert>`,
      notices.length === 0
        ? nothing
        : html`<haiilo-alert tone="info" heading="Parts of the set-up were replaced" live="polite">
            <ul>
              ${notices.map((notice) => html`<li>${notice}</li>`)}
            </ul>
            <haiilo-button slot="action" @click=${dismiss}>Dismiss</haiilo-button>
          </haiilo-alert>`,
    ]
  }

  function showFindings(): void {
    tab = 'plugin'
    resize({ sideOpen: true })
  }

  function dismiss(): void {
    notices = []
    draw()
  }

  function side(): TemplateResult {
    return html`${splitter({
        label: 'Width of the controls',
        orientation: 'vertical',
        size: sizes.side,
        limits: PANEL_LIMITS.side,
        resize: (size) => resize({ side: within(size, PANEL_LIMITS.side) ?? sizes.side }),
      })}
      <aside class="side" aria-label="Controls">
        <haiilo-button class="close-side narrow-only" @click=${() => resize({ sideOpen: false })}>Close</haiilo-button>
        ${sidePanel(
          { setup, plugin, entryPoints, tab, selected: setup.instances.find(({ id }) => id === selectedId) },
          {
            change,
            changeInstance,
            setTenant,
            select,
            showTab,
            remove,
            openSettings,
            reload: (id) => widgets.get(id)?.reload(),
            openGlobalConfig: () => openDialog('global'),
            openPeople: () => openDialog('people'),
            copyLink: () => void copyLink(),
            reset: () => change({ ...freshSetup(entryPoints), tenant: setup.tenant }),
          },
        )}
      </aside>`
  }

  async function copyLink(): Promise<void> {
    save()
    if (setupFragment(setup).length > LIMITS.fragment)
      return say('This set-up is too long for a link. It is saved with the project.')
    const link = new URL(setupFragment(setup), location.href).href
    say((await copyText(link)) ? 'The link was copied.' : 'The browser did not permit access to the clipboard.')
  }

  function dialogs(): TemplateResult {
    const { userLanguage } = signedInUser(setup)
    const close = (): void => openDialog(undefined)
    const formEntryPoint = form && entryPointOf(entryPoints, form.entryPoint)
    return html`${addDialog(dialog === 'add', entryPoints, { add, close })}
    ${helpDialog(dialog === 'help', shortcuts, {
      on: sizes.shortcuts,
      setOn: (on) => resize({ shortcuts: on }),
      close,
    })}
    ${peopleDialog(dialog === 'people', setup, {
      add: (user) => change({ users: [...setup.users, user], user: user.userId }),
      remove: removePerson,
      close,
    })}
    ${formDialog({
      heading: 'Global configuration',
      fields: dialog === 'global' ? globalFields(plugin) : undefined,
      stored: setup.globalConfig,
      language: userLanguage,
      save: (globalConfig) => {
        dialog = undefined
        change({ globalConfig })
      },
      close,
    })}
    ${formDialog({
      heading: `Settings of ${formEntryPoint?.name ?? 'the widget'}${form ? ` (${form.id})` : ''}`,
      fields: formEntryPoint?.fields,
      stored: form?.config ?? {},
      language: userLanguage,
      save: storeForm,
      close: closeSettings,
    })}
    ${settings?.template() ?? nothing}`
  }

  function removePerson(userId: string): void {
    const users = setup.users.filter((each) => each.userId !== userId)
    change({ users, user: signedInUser({ user: setup.user, users }).userId })
  }

  // the world around

  function usePlugin(next: PluginState): void {
    const before = JSON.stringify(plugin.manifest)
    // a manifest that broke while somebody edits it must not take the widgets away
    plugin = next.manifest ? next : { ...next, manifest: plugin.manifest, manifestUrl: plugin.manifestUrl }
    entryPoints = readEntryPoints(plugin)
    // the widgets load again, and an open configuration view belongs to the load before
    if (settings && JSON.stringify(plugin.manifest) !== before) closeSettings()
    show()
  }

  function meetServer(isThere: boolean): void {
    const isBack = isThere && !reachable
    reachable = isThere
    // a new server has new keys: its address is another one
    keyServer = backend.keyServer
    if (isBack) void backend.plugin().then(usePlugin, () => undefined)
    if (isBack && unsaved) save()
    show()
  }

  function readAddress(): void {
    const linked = address && readSetupFragment(address.read())
    if (linked && setupFragment(linked.setup) !== setupFragment(setup)) adopt(linked)
  }

  function adopt(next: ParsedSetup): void {
    const known = withKnownEntryPoints(next.setup, plugin.manifest ? entryPoints : undefined)
    notices = [...next.notices, ...known.notices]
    change(known.setup)
    visitTenant()
  }

  /** A click inside a frame is no event of this page: only the focus goes there. */
  function selectFocused(): void {
    const focused = root.activeElement?.closest('.widget')
    for (const [id, widget] of widgets) if (widget.element === focused) select(id)
  }

  /** Selects the widget whose frame gets the focus. */
  function watchFrames(): () => void {
    const view = element.ownerDocument.defaultView
    // the page knows where the focus is once the event is over
    const later = (): void => void setTimeout(selectFocused)
    view?.addEventListener('blur', later)
    return () => view?.removeEventListener('blur', later)
  }

  visitTenant()
  const mounted = mountTimeline(timelineElement, { timeline, errorPage, situations })
  const stops = [
    backend.watch((event) => (event.type === 'plugin' ? usePlugin(event.plugin) : meetServer(event.reachable))),
    address?.watch(readAddress),
    watchFrames(),
    listenToShortcuts(element.ownerDocument, shortcuts, (key) => sizes.shortcuts || key === '?'),
  ]
  show()

  return {
    setup: () => setup,
    show: (next) => adopt(parseSetup(next)),
    openSettings,
    saveSettings,
    exportMessages: timeline.toJson,
    close() {
      save()
      for (const stop of stops.splice(0)) stop?.()
      settings?.close()
      for (const widget of widgets.values()) widget.close()
      widgets.clear()
      checks.close()
      mounted.close()
      render(nothing, root)
    },
  }
}

const NO_PLUGIN: PluginState = { manifest: undefined, manifestUrl: undefined, findings: [] }

/** One widget for each entry point, so that a first visit shows the whole plug-in. */
function freshSetup(entryPoints: readonly ShownEntryPoint[]): SandboxSetup {
  const shown = entryPoints.filter(({ id }, index) => id !== undefined || index === 0).slice(0, FIRST_WIDGETS)
  if (shown.length < 2) return defaultSetup
  const instances = shown.map(({ id }, index) => ({
    id: `w${index + 1}`,
    ...(id !== undefined && { entryPoint: id }),
    columns: 6,
    config: {},
  }))
  return { ...defaultSetup, instances }
}

/** Replaces entry points that the manifest does not have. Without a manifest nobody knows, and they stay. */
function withKnownEntryPoints(setup: SandboxSetup, entryPoints: readonly ShownEntryPoint[] | undefined) {
  if (!entryPoints) return { setup, notices: [] }
  const unknown = setup.instances.filter(
    ({ entryPoint }) => !entryPointOf(entryPoints, entryPoint) && entryPoint !== undefined,
  )
  if (!unknown.length) return { setup, notices: [] }
  const instances = setup.instances.map((each) => (unknown.includes(each) ? { ...each, entryPoint: undefined } : each))
  return {
    setup: { ...setup, instances },
    notices: [
      `The manifest does not have the entry point of ${unknown.map(({ id }) => id).join(', ')}. You see the first one.`,
    ],
  }
}
