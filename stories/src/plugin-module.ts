import type { HaiiloHost, HaiiloHostOptions, PluginView } from '@haiilo-kit/core'
import type { SimulatedManifest } from '@haiilo-kit/simulator'

/** A plug-in that runs inside a page. */
export interface MountedPlugin {
  readonly host: HaiiloHost<unknown>
  readonly unmount: () => void
}

/** The example plug-in in one framework: what the stories need to know of it. */
export interface PluginModule {
  /** Runs the plug-in inside an element, on a connection that it makes of `options`. */
  readonly mount: (element: Element, options: Omit<HaiiloHostOptions, 'config'>, view?: PluginView) => MountedPlugin
  readonly manifest: SimulatedManifest
  /** Its style sheet, for a document of its own. */
  readonly styles: string
}
