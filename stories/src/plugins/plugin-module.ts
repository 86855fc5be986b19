import type { HaiiloHost, HaiiloHostOptions, PluginView } from '@haiilo-kit/core'

/** What a plug-in's connection is made of, besides the configuration that it knows itself. */
export type PluginOptions = Omit<HaiiloHostOptions, 'config'>

/** A plug-in that runs inside a page. */
export interface MountedPlugin {
  readonly host: HaiiloHost<unknown>
  readonly unmount: () => void
}

/** The example plug-in in one framework: what the stories need to know of it. */
export interface PluginModule {
  /** Runs the plug-in inside an element, on a connection that it makes of `options`. */
  readonly mount: (element: HTMLElement, options: PluginOptions, view?: PluginView) => MountedPlugin
}
