import type { HaiiloHost, HaiiloHostOptions, HostSnapshot, SaveHandler, VerifiedMessage } from '@haiilo-kit/core'
import type { HostCommands } from '@haiilo-kit/core/binding'

/**
 * How the contract speaks to one binding. Whoever adds a binding writes one of these: a provider around one scene, in the words of
 * the framework, and nothing that the contract could do itself.
 */
export interface BindingDriver {
  /** Binding and version of the framework, as the report shall name it. */
  readonly name: string
  /** `binding`: has a provider and a boundary. `core`: the connection by itself, to which the cases about those do not apply. */
  readonly kind: 'binding' | 'core'
  /** Whether the framework can take a scene off the screen and keep its state (Activity, KeepAlive). */
  readonly canHide: boolean
  /** Makes an object into state, as the framework keeps it: a proxy, perhaps. */
  readonly keep: <Value extends object>(value: Value) => Value
  /** Puts a plug-in on the page. Resolves when its first rendering can be seen. What rendering throws is in `errors`, not thrown. */
  readonly mount: (plugin: ContractPlugin, how?: MountOptions) => Promise<MountedPlugin>
  /** Renders a plug-in as a server does. Left out where the binding has no server rendering. */
  readonly renderToString?: (plugin: ContractPlugin) => Promise<string>
}

/** The plug-in that every binding writes once: a provider around a scene. */
export interface ContractPlugin {
  /** What the provider gets, right or wrong; without it there is no provider. */
  readonly provider?: {
    readonly host?: HaiiloHost<unknown>
    readonly options?: HaiiloHostOptions<unknown>
  }
  readonly scene: Scene
}

export interface MountOptions {
  /** As development tools of the framework mount: twice in a row, in one task (StrictMode, hot reload). */
  readonly twice?: boolean
  /** What the server rendered, to be taken over. */
  readonly html?: string
}

/** A plug-in on the page. */
export interface MountedPlugin {
  /** The element that the plug-in is in, attached to the document. */
  readonly element: HTMLElement
  /** What reached the framework's error handler. */
  readonly errors: readonly unknown[]
  /** Renders anew with another scene of the same kind. */
  readonly update: (scene: Scene) => Promise<void>
  /** Takes the scene off the screen or back; asked for only where the driver says that it can. */
  readonly setHidden: (hidden: boolean) => Promise<void>
  /** Resolves when what the framework knows by now is on the page. */
  readonly settled: () => Promise<void>
  /** Takes the plug-in off the page, and its element with it. Calling twice is fine. */
  readonly unmount: () => Promise<void>
}

/** What a plug-in shows and does. */
export type Scene =
  BoundaryScene | UnguardedScene | SelectionScene | CommandsScene | MessageScene | SaveScene | HeightScene

/**
 * A boundary with three texts: `connecting`; `failed: <code>`, in a button that asks anew; and {@link readyText} of context,
 * configuration and editing.
 */
export interface BoundaryScene {
  readonly kind: 'boundary'
  /** Leaves the boundary's `failed` out. */
  readonly withoutFailed?: boolean
}

/** Reads the context where no boundary is. */
export interface UnguardedScene {
  readonly kind: 'unguarded'
}

/** Selects something of the host's state, and tells at every rendering what it got. */
export interface SelectionScene {
  readonly kind: 'selection'
  readonly select: (state: HostSnapshot<unknown>) => unknown
  readonly onRender: (selection: unknown) => void
}

/** Tells at its first rendering what it can ask of the host. */
export interface CommandsScene {
  readonly kind: 'commands'
  readonly onCommands: (commands: HostCommands<unknown>) => void
}

/** Listens to the host. */
export interface MessageScene {
  readonly kind: 'message'
  readonly subject: string
  readonly onMessage: (message: VerifiedMessage) => void
}

/** Answers "save", on a configuration view. */
export interface SaveScene {
  readonly kind: 'save'
  readonly onSave: SaveHandler
}

/** One observed block below the other. */
export interface HeightScene {
  readonly kind: 'height'
  /** CSS pixels. */
  readonly heights: readonly number[]
}

/** What a boundary scene shows of a ready host. */
export function readyText(
  context: { readonly userName?: string | undefined },
  config: unknown,
  editing: boolean,
): string {
  return `${String(context.userName)} eats ${JSON.stringify(config)}${editing ? ' while editing' : ''}`
}
