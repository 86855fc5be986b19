import type { HaiiloHost, HaiiloHostOptions, PluginView } from '@haiilo-kit/core'

/** Options for the plug-in's connection. The plug-in adds its own `config`. */
export type PluginOptions = Omit<HaiiloHostOptions, 'config'>

/** A plug-in that runs inside a page. */
export interface MountedPlugin {
  readonly host: HaiiloHost<unknown>
  readonly unmount: () => void
}

/** The example plug-in in one framework, for the stories. */
export interface PluginModule {
  /** Runs the plug-in inside an element, with a connection from `options`. */
  readonly mount: (element: HTMLElement, options: PluginOptions, view?: PluginView) => MountedPlugin
}
