import type { PluginState } from '../../contract/plugin-state.js'
import type { SandboxSetup, SetupInstance, SetupUser } from '../../contract/setup.js'
import {
  allUsers,
  LIMITS,
  nextInstanceId,
  readSetupFragment,
  setupFragment,
  signedInUser,
  type ParsedSetup,
} from '../../setup/index.js'
import { copyText } from '../../shared/clipboard.js'
import type { Timeline } from '../../timeline/create-timeline.js'
import type { SandboxAddress } from '../backend/sandbox-address.js'
import type { BackEndActions } from './back-end-actions.js'
import { findEntryPoint, readEntryPoints, type ShownEntryPoint } from './entry-points.js'
import { replaceUnknownEntryPoints, setupFor, type TenantOrigins } from './initial-setup.js'
import type { OpenDialog, PageStore, SideTab } from './page-state.js'
import { clampSize, PANEL_LIMITS, savePanelSizes, type PanelSizes } from './panel-sizes.js'

type Values = Readonly<Record<string, unknown>>

/** What the controls, the shortcuts and the server do to the page. */
export interface PageActions {
  readonly changeSetup: (changes: Partial<SandboxSetup>) => void
  readonly changeInstance: (id: string, changes: Partial<SetupInstance>) => void
  readonly resizeWidget: (id: string, columns: number) => void
  readonly setTenant: (tenant: SandboxSetup['tenant']) => void
  readonly toggleEditing: () => void
  readonly toggleTheme: () => void
  readonly signInNextUser: () => void
  readonly addUser: (user: SetupUser) => void
  readonly removeUser: (userId: string) => void
  readonly reset: () => void
  /** Adds a widget, or asks which entry point it shows. */
  readonly startAdding: () => void
  readonly addWidget: (entryPoint: ShownEntryPoint) => void
  readonly removeWidget: (id: string) => void
  readonly selectWidget: (id: string) => void
  readonly reloadWidget: (id: string) => void
  readonly reloadAll: () => void
  readonly backEnd: BackEndActions
  readonly openSettings: (instanceId: string) => void
  readonly saveInstanceConfig: (id: string, config: Values) => void
  readonly saveGlobalConfig: (config: Values) => void
  readonly openDialog: (name: Exclude<OpenDialog['name'], 'settings'>) => void
  readonly closeDialog: () => void
  readonly showTab: (tab: SideTab) => void
  readonly showFindings: () => void
  readonly resizePanels: (changes: Partial<PanelSizes>) => void
  readonly searchMessages: () => void
  readonly togglePause: () => void
  readonly dismissNotices: () => void
  readonly copyLink: () => Promise<void>
  /** Shows another plug-in, or another state of its manifest. */
  readonly setPlugin: (plugin: PluginState) => void
  /** Shows another set-up. Replaces entry points that the plug-in does not have. */
  readonly showSetup: (next: ParsedSetup) => void
  /** Shows the set-up of the address after somebody else changed it. */
  readonly readAddress: () => void
  /** Opens the origin of the tenant if this page has another one. */
  readonly visitTenant: () => void
}

export interface PageActionsOptions {
  readonly address: SandboxAddress | undefined
  readonly tenants: TenantOrigins | undefined
  readonly timeline: Timeline
  readonly backEnd: BackEndActions
  readonly save: () => void
  readonly page: {
    readonly reloadWidget: (id: string) => void
    readonly scrollToWidget: (id: string) => void
    readonly focusAddButton: () => void
    readonly focusSearch: () => void
  }
}

/** All changes of the page's state that people and the server can cause. */
export function createPageActions(
  store: PageStore,
  { address, tenants, timeline, backEnd, save, page }: PageActionsOptions,
): PageActions {
  const { get, update } = store

  function announce(announcement: string): void {
    update({ announcement })
  }

  function changeSetup(changes: Partial<SandboxSetup>): void {
    const { setup: before, selectedId } = get()
    const setup = { ...before, ...changes }
    const isSelected = setup.instances.some(({ id }) => id === selectedId)
    update({ setup, selectedId: isSelected ? selectedId : setup.instances[0]?.id })
  }

  function changeInstance(id: string, changes: Partial<SetupInstance>): void {
    const { instances } = get().setup
    changeSetup({ instances: instances.map((each) => (each.id === id ? { ...each, ...changes } : each)) })
  }

  function visitTenant(): void {
    const { setup } = get()
    if (tenants && tenants[setup.tenant] !== location.origin)
      address?.open(`${tenants[setup.tenant]}/${setupFragment(setup)}`)
  }

  function showSetup(next: ParsedSetup): void {
    const { plugin, entryPoints } = get()
    const { setup, notices } = replaceUnknownEntryPoints(next, plugin.manifest ? entryPoints : undefined)
    update({ notices })
    changeSetup(setup)
    visitTenant()
  }

  function resizePanels(changes: Partial<PanelSizes>): void {
    const { panels: before } = get()
    const panels = {
      ...before,
      ...changes,
      side: clampSize(changes.side, PANEL_LIMITS.side) ?? before.side,
      timeline: clampSize(changes.timeline, PANEL_LIMITS.timeline) ?? before.timeline,
    }
    savePanelSizes(panels)
    update({ panels })
  }

  function addWidget({ id: entryPoint }: ShownEntryPoint): void {
    const { setup } = get()
    const id = nextInstanceId(setup.instances)
    const added = { id, columns: 6, config: {}, ...(entryPoint !== undefined && { entryPoint }) }
    update({
      dialog: undefined,
      tab: 'widget',
      selectedId: id,
      setup: { ...setup, instances: [...setup.instances, added] },
    })
    page.scrollToWidget(id)
    announce(`Widget ${id} was added.`)
    backEnd.widgetChanged('instance_add', id)
  }

  return {
    changeSetup,
    changeInstance,
    resizeWidget: (id, columns) =>
      changeInstance(id, { columns: clampSize(columns, [1, LIMITS.columns]) ?? LIMITS.columns }),
    setTenant(tenant) {
      changeSetup({ tenant })
      if (!tenants || tenants[tenant] === location.origin) return
      save()
      visitTenant()
    },
    toggleEditing: () => changeSetup({ editing: !get().setup.editing }),
    toggleTheme: () => changeSetup({ theme: get().setup.theme === 'dark' ? 'light' : 'dark' }),
    signInNextUser() {
      const { setup } = get()
      const users = allUsers(setup)
      const current = users.findIndex(({ userId }) => userId === setup.user)
      const next = users[(current + 1) % users.length]
      if (!next) return
      changeSetup({ user: next.userId })
      announce(`${next.userName} is signed in.`)
    },
    addUser: (user) => changeSetup({ users: [...get().setup.users, user], user: user.userId }),
    removeUser(userId) {
      const { setup } = get()
      const users = setup.users.filter((each) => each.userId !== userId)
      changeSetup({ users, user: signedInUser({ user: setup.user, users }).userId })
    },
    reset() {
      const { entryPoints, setup } = get()
      changeSetup({ ...setupFor(entryPoints), tenant: setup.tenant })
    },
    startAdding() {
      const { plugin, entryPoints, setup } = get()
      const [only] = entryPoints
      if (!plugin.manifest || !only) return announce('There is no entry point to show. Open the tab “Plug-in”.')
      if (setup.instances.length >= LIMITS.instances) return announce(`A page has at most ${LIMITS.instances} widgets.`)
      if (entryPoints.length > 1) update({ dialog: { name: 'add-widget' } })
      else addWidget(only)
    },
    addWidget,
    removeWidget(id) {
      changeSetup({ instances: get().setup.instances.filter((each) => each.id !== id) })
      announce(`Widget ${id} was removed.`)
      backEnd.widgetChanged('instance_remove', id)
      page.focusAddButton()
    },
    selectWidget(id) {
      if (get().selectedId !== id) update({ selectedId: id })
    },
    reloadWidget: page.reloadWidget,
    reloadAll() {
      for (const { id } of get().setup.instances) page.reloadWidget(id)
      announce('All widgets were reloaded.')
    },
    backEnd,
    openSettings: (instanceId) => update({ dialog: { name: 'settings', instanceId } }),
    saveInstanceConfig(id, config) {
      update({ dialog: undefined })
      changeInstance(id, { config })
    },
    saveGlobalConfig(globalConfig) {
      update({ dialog: undefined })
      changeSetup({ globalConfig })
    },
    openDialog: (name) => update({ dialog: { name } }),
    closeDialog: () => update({ dialog: undefined }),
    showTab: (tab) => update({ tab }),
    showFindings() {
      update({ tab: 'plugin' })
      resizePanels({ sideOpen: true })
    },
    resizePanels,
    searchMessages() {
      if (!get().panels.timelineOpen) resizePanels({ timelineOpen: true })
      page.focusSearch()
    },
    togglePause: () => timeline.pause(!timeline.paused()),
    dismissNotices: () => update({ notices: [] }),
    async copyLink() {
      save()
      const fragment = setupFragment(get().setup)
      if (fragment.length > LIMITS.fragment)
        return announce('This set-up is too long for a link. It is saved with the project.')
      const isCopied = await copyText(new URL(fragment, location.href).href)
      announce(isCopied ? 'The link was copied.' : 'The browser did not permit access to the clipboard.')
    },
    setPlugin(next) {
      const { plugin: before, dialog, entryPoints, setup } = get()
      // keeps the widgets while the author's manifest is broken
      const plugin = next.manifest ? next : { ...next, manifest: before.manifest, manifestUrl: before.manifestUrl }
      const instance =
        dialog?.name === 'settings' ? setup.instances.find(({ id }) => id === dialog.instanceId) : undefined
      const showsConfigView = instance && findEntryPoint(entryPoints, instance.entryPoint)?.configUrl !== undefined
      const reloads = JSON.stringify(plugin.manifest) !== JSON.stringify(before.manifest)
      update({
        plugin,
        entryPoints: readEntryPoints(plugin),
        // the widget gets a new host, to which the configuration view is not connected
        ...(showsConfigView && reloads && { dialog: undefined }),
      })
    },
    showSetup,
    readAddress() {
      const linked = address && readSetupFragment(address.read())
      if (linked && setupFragment(linked.setup) !== setupFragment(get().setup)) showSetup(linked)
    },
    visitTenant,
  }
}
