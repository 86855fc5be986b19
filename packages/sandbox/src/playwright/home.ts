import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test'
import type { SimulatedFault } from '@haiilo-kit/simulator'
import { mayBeShown, type PageCheck } from '../contract/page-check.js'
import type { PluginState } from '../contract/plugin-state.js'
import type { SandboxSetup } from '../contract/setup.js'
import { findEntryPoint, readEntryPoints, type ShownEntryPoint } from '../page/state/entry-points.js'
import type { MountedSandbox } from '../page/mount-sandbox.js'
import { setupFragment } from '../setup/setup-fragment.js'
import type { TimelineEntry } from '../timeline/timeline-entry.js'
import { setupOf, WIDGET, withInstance, withUser, type HomeUser, type OpenOptions } from './open-options.js'

/** The simulated Home in a page of the test. */
export interface Home {
  /**
   * Opens a page with one widget that shows the plug-in.
   *
   * @returns The locator of the content of its frame.
   * @throws {TypeError} An option is not valid, or the manifest has no such entry point.
   * @throws {Error} The page of the entry point cannot be shown. The message says why and what to change.
   */
  readonly open: (options?: OpenOptions) => Promise<FrameLocator>
  /** The locator of the `<iframe>` element of the plug-in. */
  readonly frame: Locator
  /** Signs in another person. The plug-in loads again. */
  readonly setUser: (user: HomeUser) => Promise<void>
  /** Stores a configuration. The plug-in loads again. */
  readonly setConfig: (config: Readonly<Record<string, unknown>>) => Promise<void>
  /** Sets what the host does wrong from now on; `undefined` for nothing. */
  readonly setFault: (fault: SimulatedFault | undefined) => Promise<void>
  /** Enters or leaves the edit mode. The plug-in loads again. */
  readonly setEditing: (editing: boolean) => Promise<void>
  /**
   * Opens the settings of the widget.
   *
   * @returns The locator of the configuration view of the plug-in, or of the form that the host renders.
   * @throws {Error} The entry point has no settings, or its configuration view cannot be shown.
   */
  readonly openSettings: () => Promise<SettingsLocator>
  /**
   * Saves the settings. Opens them first if they are closed.
   *
   * @returns `false` if the values are not valid, or if the configuration view answered `false`. The settings are then still open.
   * @throws {Error} The configuration view does not answer.
   */
  readonly save: () => Promise<boolean>
  /** Returns the stored configuration of the widget. */
  readonly config: () => Promise<Readonly<Record<string, unknown>>>
  /** Returns all messages since `open`, oldest first. */
  readonly messages: () => Promise<readonly HomeMessage[]>
  /** Returns the height of the frame in CSS pixels. */
  readonly height: () => Promise<number>
}

/** A message between the host and the plug-in. */
export type HomeMessage = Omit<TimelineEntry, 'sendAgain'>

/** The settings in a frame or in the page. Both have these members. */
export type SettingsLocator = Pick<
  Locator,
  'getByAltText' | 'getByLabel' | 'getByPlaceholder' | 'getByRole' | 'getByTestId' | 'getByText' | 'getByTitle'
>

/** What the page of the sandbox offers to tests. */
interface SandboxWindow {
  readonly haiiloSandbox: MountedSandbox
}

/** Where the page of the sandbox is. */
export interface HomeSite {
  /** Its origin for each tenant. */
  readonly origins: Readonly<Record<SandboxSetup['tenant'], string>>
  /** Checks whether a page of the plug-in can be shown in a frame of the embedder, which is an origin. */
  readonly checkPage: (url: string, embedder: string) => Promise<PageCheck>
}

/** Creates the Home of a test. It opens the page of the sandbox in the page of the test. */
export function createHome(page: Page, { origins, checkPage }: HomeSite, plugin: PluginState): Home {
  const entryPoints = readEntryPoints(plugin)
  const frame = page.locator('.widget iframe')
  let shown: ShownEntryPoint | undefined
  let handshakesBefore = 0

  async function open(options: OpenOptions = {}): Promise<FrameLocator> {
    const setup = setupOf(options)
    shown = requireEntryPoint(entryPoints, options.entryPoint)
    const origin = origins[setup.tenant]
    await requirePage(shown.url, origin)
    // a page that only gets another fragment would not load again
    await page.goto('about:blank')
    await page.goto(origin + setupFragment(setup))
    await page.waitForFunction(() => 'haiiloSandbox' in window)
    return frame.contentFrame()
  }

  /** @throws {Error} The page cannot be shown in a frame. */
  async function requirePage(url: string | undefined, embedder: string): Promise<void> {
    if (url === undefined) throw new Error('The entry point has no valid `url`. Correct it in the manifest.')
    const result = await checkPage(url, embedder)
    if (!mayBeShown(result)) throw new Error(`The plug-in cannot be shown. ${result.message}`)
  }

  async function change(changed: (setup: SandboxSetup) => SandboxSetup): Promise<void> {
    const next = changed(await currentSetup())
    await page.evaluate((setup) => (window as unknown as SandboxWindow).haiiloSandbox.show(setup), next)
  }

  async function currentSetup(): Promise<SandboxSetup> {
    return page.evaluate(() => (window as unknown as SandboxWindow).haiiloSandbox.setup())
  }

  function settingsDialog(): Locator {
    return page.locator(
      shown?.configUrl === undefined ? 'haiilo-dialog:has(haiilo-config-form)' : 'haiilo-dialog:has(iframe)',
    )
  }

  async function openSettings(): Promise<SettingsLocator> {
    if (shown?.configUrl === undefined && !shown?.fields.length)
      throw new Error('The entry point has no settings. Add `config` or `configUrl` to it in the manifest.')
    if (shown.configUrl !== undefined) await requirePage(shown.configUrl, new URL(page.url()).origin)
    handshakesBefore = await configHandshakes()
    await page.evaluate((id) => (window as unknown as SandboxWindow).haiiloSandbox.openSettings(id), WIDGET)
    const dialog = settingsDialog()
    return shown.configUrl === undefined ? dialog : dialog.locator('iframe').contentFrame()
  }

  async function configHandshakes(): Promise<number> {
    const isAnswer = ({ view, subject, verdict }: HomeMessage): boolean =>
      view === 'config' && subject === 'init' && verdict === 'sent'
    return (await messages()).filter(isAnswer).length
  }

  async function messages(): Promise<readonly HomeMessage[]> {
    const text = await page.evaluate(() =>
      (window as unknown as Partial<SandboxWindow>).haiiloSandbox?.exportMessages(),
    )
    return JSON.parse(text ?? '[]') as readonly HomeMessage[]
  }

  return {
    open,
    frame,
    openSettings,
    setUser: (user) => change((setup) => withUser(setup, user)),
    setConfig: (config) => change((setup) => withInstance(setup, { config })),
    setFault: (fault) => change((setup) => withInstance(setup, { fault })),
    setEditing: (editing) => change((setup) => ({ ...setup, editing })),
    async save() {
      if ((await settingsDialog().count()) === 0) await openSettings()
      // a view that has not connected yet would miss the message
      if (shown?.configUrl !== undefined)
        await expect
          .poll(configHandshakes, { message: 'The configuration view has not connected to the host.' })
          .toBeGreaterThan(handshakesBefore)
      return page.evaluate(() => (window as unknown as SandboxWindow).haiiloSandbox.saveSettings())
    },
    config: async () => (await currentSetup()).instances[0]?.config ?? {},
    messages,
    height: () => frame.evaluate((element) => element.clientHeight),
  }
}

/** @throws {TypeError} The manifest has no such entry point. */
function requireEntryPoint(entryPoints: readonly ShownEntryPoint[], id: string | undefined): ShownEntryPoint {
  const found = findEntryPoint(entryPoints, id)
  if (found) return found
  const known = entryPoints.map((entryPoint) => entryPoint.id).join(', ') || 'none'
  throw new TypeError(
    id === undefined
      ? 'The manifest has no entry point. Add one to `entryPoints`.'
      : `The manifest has no entry point with the id "${id}". It has: ${known}.`,
  )
}
