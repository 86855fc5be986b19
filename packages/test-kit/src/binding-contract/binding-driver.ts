import type { HaiiloHost, HaiiloHostOptions, HostSnapshot, SaveHandler, VerifiedMessage } from '@haiilo-kit/core'
import type { HostCommands } from '@haiilo-kit/core/binding'

/**
 * Connects the contract to one binding. Each binding implements a driver: a provider around one scene, written in the framework. A driver
 * contains nothing that the contract can do itself.
 */
export interface BindingDriver {
  /** The name of the binding and the version of the framework, for the report. */
  readonly name: string
  /** `binding`: has a provider and a boundary. `core`: the connection alone, without the cases about providers and boundaries. */
  readonly kind: 'binding' | 'core'
  /** Whether the framework can hide a scene and keep its state (Activity, KeepAlive). */
  readonly canHide: boolean
  /** Turns an object into state of the framework, for example into a reactive proxy. */
  readonly makeState: <Value extends object>(value: Value) => Value
  /** Mounts a plug-in. Resolves after its first render. Errors from rendering are not thrown, but added to `errors`. */
  readonly mount: (plugin: ContractPlugin, how?: MountOptions) => Promise<MountedPlugin>
  /** Renders a plug-in like a server. `undefined` if the binding has no server rendering. */
  readonly renderToString?: (plugin: ContractPlugin) => Promise<string>
}

/** The plug-in that each binding implements: a provider around a scene. */
export interface ContractPlugin {
  /** The arguments of the provider, valid or not. If `undefined`, there is no provider. */
  readonly provider?: {
    readonly host?: HaiiloHost<unknown>
    readonly options?: HaiiloHostOptions<unknown>
  }
  readonly scene: Scene
}

/** How to mount a plug-in. */
export interface MountOptions {
  /** Mounts twice in one task, as development tools of the framework do (StrictMode, hot reloading). */
  readonly twice?: boolean
  /** The HTML from the server, to be hydrated. */
  readonly html?: string
}

/** A mounted plug-in. */
export interface MountedPlugin {
  /** The element that contains the plug-in. It is in the document. */
  readonly element: HTMLElement
  /** The errors that the framework's error handler got. */
  readonly errors: readonly unknown[]
  /** Renders again with another scene of the same kind. */
  readonly update: (scene: Scene) => Promise<void>
  /** Hides or shows the scene. Only called if `canHide` is set. */
  readonly setHidden: (hidden: boolean) => Promise<void>
  /** Resolves when the framework has rendered all changes until now. */
  readonly settled: () => Promise<void>
  /** Unmounts the plug-in and removes its element. Calling it twice has no effect. */
  readonly unmount: () => Promise<void>
}

/** The content of a plug-in. */
export type Scene =
  BoundaryScene | UnguardedScene | SelectionScene | CommandsScene | MessageScene | SaveScene | HeightScene

/**
 * A boundary with three texts: `connecting`; `failed: <code>` in a button that calls `retry()`; and {@link readyText} of the context, the
 * configuration and the edit mode.
 */
export interface BoundaryScene {
  readonly kind: 'boundary'
  /** Leaves out the `failed` content of the boundary. */
  readonly withoutFailed?: boolean
}

/** Reads the context outside a boundary. */
export interface UnguardedScene {
  readonly kind: 'unguarded'
}

/** Selects a value from the state of the host, and reports it on each render. */
export interface SelectionScene {
  readonly kind: 'selection'
  readonly select: (state: HostSnapshot<unknown>) => unknown
  readonly onRender: (selection: unknown) => void
}

/** Reports the commands of the host on its first render. */
export interface CommandsScene {
  readonly kind: 'commands'
  readonly onCommands: (commands: HostCommands<unknown>) => void
}

/** Listens to messages of the host. */
export interface MessageScene {
  readonly kind: 'message'
  readonly subject: string
  readonly onMessage: (message: VerifiedMessage) => void
}

/** Answers "save" requests on a configuration view. */
export interface SaveScene {
  readonly kind: 'save'
  readonly onSave: SaveHandler
}

/** Renders observed blocks, one below the other. */
export interface HeightScene {
  readonly kind: 'height'
  /** In CSS pixels. */
  readonly heights: readonly number[]
}

/** Returns the text that a boundary scene shows for a ready host. */
export function readyText(
  context: { readonly userName?: string | undefined },
  config: unknown,
  editing: boolean,
): string {
  return `${String(context.userName)} eats ${JSON.stringify(config)}${editing ? ' while editing' : ''}`
}
