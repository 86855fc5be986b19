import type { SubjectHandler } from '@haiilo-kit/simulator'
import { nothing, render } from 'lit'
import type { PluginState } from '../contract/plugin-state.js'
import type { SandboxBackend } from '../contract/sandbox-backend.js'
import type { SandboxSetup } from '../contract/setup.js'
import { parseSetup } from '../setup/index.js'
import { attachStyles } from '../shared/attach-styles.js'
import { sharedStyles } from '../shared/shared.styles.js'
import { createTimeline } from '../timeline/create-timeline.js'
import { mountTimeline } from '../timeline/mount-timeline.js'
import type { SandboxAddress } from './backend/sandbox-address.js'
import { createBackEndActions } from './state/back-end-actions.js'
import { readEntryPoints } from './state/entry-points.js'
import { loadInitialSetup } from './state/initial-setup.js'
import { createPageActions } from './state/page-actions.js'
import { createPageStore, type PageState } from './state/page-state.js'
import { loadPanelSizes } from './state/panel-sizes.js'
import { recordedInstances } from './state/recorded-instances.js'
import { createSetupSaver } from './state/setup-saver.js'
import { formValues } from './view/dialogs.js'
import { pageShortcuts } from './view/page-shortcuts.js'
import { pageView } from './view/page-view.js'
import { pageStyles } from './view/page.styles.js'
import { listenToShortcuts } from './view/shortcuts.js'
import { createConfigViewDialog } from './widgets/config-view-dialog.js'
import { createPageChecker } from './widgets/page-checker.js'
import { createWidgetGrid, type WidgetGrid } from './widgets/widget-grid.js'

/** The options of `mountSandbox`. */
export interface MountSandboxOptions {
  readonly backend: SandboxBackend
  /** Where the set-up is written as a link. Default: nowhere; the backend saves it. */
  readonly address?: SandboxAddress | undefined
  /** Origins of the two tenants. Without them, both tenants have the origin of the page. */
  readonly tenants?: Readonly<Record<SandboxSetup['tenant'], string>> | undefined
  /** URL of a page that calls `runWrapperPage` of the simulator. Default: there is no control for the mobile app. */
  readonly wrapper?: string | undefined
  /** Handlers by subject, for requests beyond the documented subjects. Default: none. */
  readonly subjects?: Readonly<Record<string, SubjectHandler>> | undefined
  /** Address of the page about an error code. Default: codes are not links. */
  readonly errorPage?: ((code: string) => string) | undefined
}

/** A sandbox in a page. */
export interface MountedSandbox {
  /** The current set-up. */
  readonly setup: () => SandboxSetup
  /** Shows another set-up. It is checked like the set-up of a link. */
  readonly show: (setup: SandboxSetup) => void
  /** Opens the settings of a widget. */
  readonly openSettings: (id: string) => void
  /**
   * Saves the open settings, and closes them if they were saved.
   *
   * @returns Whether they were saved. `false`: a value is not valid.
   * @throws {Error} No settings are open, or the configuration view does not answer.
   */
  readonly saveSettings: () => Promise<boolean>
  /** Returns all messages as JSON, oldest first. */
  readonly exportMessages: () => string
  /** Closes all plug-ins and empties the element. Calling it twice is fine. */
  readonly close: () => void
}

/** Below this width in pixels, the panels cover the plug-in and start closed. */
const NARROW = 769

/**
 * Shows a simulated Haiilo Home with the plug-in of the backend. It fills the element, which needs a height.
 *
 * Data flows one way: actions change the state, and each change of the state updates the widgets and draws the page.
 *
 * @returns Once the page is drawn for the first time.
 */
export async function mountSandbox(
  element: HTMLElement,
  { backend, address, tenants, wrapper, subjects, errorPage }: MountSandboxOptions,
): Promise<MountedSandbox> {
  const root = attachStyles(element, [sharedStyles, pageStyles])
  const timeline = createTimeline()
  const timelineElement = document.createElement('section')
  timelineElement.className = 'timeline'
  timelineElement.setAttribute('aria-label', 'Messages')

  const plugin = await backend.plugin().catch((): PluginState => NO_PLUGIN)
  const entryPoints = readEntryPoints(plugin)
  const { setup, notices } = await loadInitialSetup({
    fragment: address?.read(),
    loadSaved: backend.loadSetup,
    entryPoints: plugin.manifest ? entryPoints : undefined,
    tenants,
  })
  const store = createPageStore({
    ...{ plugin, entryPoints, setup, notices },
    keyServer: backend.keyServer,
    serverReachable: true,
    selectedId: setup.instances[0]?.id,
    tab: 'page',
    dialog: undefined,
    panels: loadPanelSizes(element.clientWidth < NARROW),
    announcement: '',
    backEnd: { canSend: backend.sendEvent !== undefined, sendsAutomatically: false, waiting: [], entries: [] },
  })

  const checker = createPageChecker(backend)
  const { save } = createSetupSaver(store, { backend, address })
  const actions = createPageActions(store, {
    ...{ address, tenants, timeline, save },
    backEnd: createBackEndActions(store, backend),
    page: {
      reloadWidget: (id) => grid.widget(id)?.reload(),
      scrollToWidget: (id) => grid.widget(id)?.element.scrollIntoView({ block: 'nearest' }),
      focusAddButton: () => root.querySelector<HTMLElement>('.add')?.focus(),
      focusSearch: () => mountedTimeline.focusSearch(),
    },
  })
  const grid: WidgetGrid = createWidgetGrid(actions, { checker, timeline, wrapper, subjects })
  const configViewDialog = createConfigViewDialog(actions, {
    ...{ checker, widget: grid.widget },
    draw: () => draw(store.get()),
  })
  const shortcuts = pageShortcuts(store, actions)

  function draw(state: PageState): void {
    const { setup: shown, panels } = state
    element.style.colorScheme = shown.theme
    element.style.setProperty('--side', `${panels.side}px`)
    element.style.setProperty('--timeline', `${panels.timeline}px`)
    timelineElement.hidden = !panels.timelineOpen
    timelineElement.style.display = panels.timelineOpen ? '' : 'none'
    const parts = {
      grid: grid.element,
      timeline: timelineElement,
      configViewDialog: configViewDialog.view(),
      shortcuts,
      wrapper,
    }
    render(pageView(state, actions, parts), root)
  }

  function show(state: PageState): void {
    grid.update(state)
    configViewDialog.update(state)
    draw(state)
  }

  function setServerReachable(serverReachable: boolean): void {
    const isBack = serverReachable && !store.get().serverReachable
    // a restarted server has new keys at a new address
    store.update({ serverReachable, keyServer: backend.keyServer })
    if (isBack) void backend.plugin().then(actions.setPlugin, () => undefined)
  }

  /** A click into a frame is not an event of this page, but it moves the focus to the frame. */
  function selectFocusedWidget(): void {
    const id = grid.idOf(root.activeElement?.closest('.widget'))
    if (id !== undefined) actions.selectWidget(id)
  }

  function watchFrameFocus(): () => void {
    const view = element.ownerDocument.defaultView
    // `activeElement` is correct only after the event
    const later = (): void => void setTimeout(selectFocusedWidget)
    view?.addEventListener('blur', later)
    return () => view?.removeEventListener('blur', later)
  }

  actions.visitTenant()
  const mountedTimeline = mountTimeline(timelineElement, {
    timeline,
    errorPage,
    instances: () => recordedInstances(store.get().setup),
  })
  store.subscribe(show)
  show(store.get())
  const stops = [
    backend.watch((event) => {
      if (event.type === 'plugin') actions.setPlugin(event.plugin)
      else if (event.type === 'server') setServerReachable(event.reachable)
      else actions.backEnd.addEntry(event.entry)
    }),
    address?.watch(actions.readAddress),
    watchFrameFocus(),
    listenToShortcuts(element.ownerDocument, shortcuts, (key) => store.get().panels.shortcuts || key === '?'),
  ]

  async function saveSettings(): Promise<boolean> {
    const { dialog } = store.get()
    if (dialog?.name !== 'settings') throw new Error('No settings are open.')
    if (configViewDialog.isOpen()) return configViewDialog.save()
    const values = await formValues(root)
    if (values) actions.saveInstanceConfig(dialog.instanceId, values)
    return values !== undefined
  }

  return {
    setup: () => store.get().setup,
    show: (next) => actions.showSetup(parseSetup(next)),
    openSettings: actions.openSettings,
    saveSettings,
    exportMessages: timeline.toJson,
    close() {
      save()
      for (const stop of stops.splice(0)) stop?.()
      configViewDialog.close()
      grid.close()
      checker.close()
      mountedTimeline.close()
      render(nothing, root)
    },
  }
}

const NO_PLUGIN: PluginState = { manifest: undefined, manifestUrl: undefined, findings: [] }
