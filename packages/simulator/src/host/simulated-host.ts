import type { HaiiloHostOptions, HostTransport, PluginView, TrustRule } from '@haiilo-kit/core'
import type { SimulatedFault } from '../faults/faults.js'
import type { KeyDocument } from '../keys/signing-keys.js'
import type { WireLogEntry } from './wire-log.js'

/** The signed-in user. A property is sent as `ctx.<name>` if the manifest lists it in `context`, or if there is no manifest. */
export interface SimulatedUser {
  /** Always sent. */
  readonly userId: string
  readonly userName?: string | undefined
  readonly userEmail?: string | undefined
  /** A BCP 47 tag such as `de` or `en`. */
  readonly userLanguage?: string | undefined
  readonly [name: string]: unknown
}

/** The parts of a configuration field that the simulated host reads. */
export interface SimulatedField {
  readonly key: string
  readonly default?: unknown
}

/** The parts of an entry point that the simulated host reads. */
export interface SimulatedEntryPoint {
  readonly id?: string | undefined
  /** URL of the plug-in, relative to `manifestUrl`. */
  readonly url?: string | undefined
  /** URL of the configuration view, relative to `manifestUrl`. */
  readonly configUrl?: string | undefined
  readonly config?: readonly SimulatedField[] | undefined
  /** CSS pixels, or a ratio such as `16:9`. */
  readonly height?: number | string | undefined
  /** Features that the frame may use: `camera`, `geolocation`, `fullscreen`. */
  readonly permissionsPolicy?: readonly string[] | undefined
}

/** The parts of a manifest that the simulated host reads. An imported `manifest.json` is assignable. */
export interface SimulatedManifest {
  readonly context?: readonly string[] | undefined
  readonly config?: readonly SimulatedField[] | undefined
  readonly entryPoints?: readonly SimulatedEntryPoint[] | undefined
}

/** A part of a manifest that a simulated host cannot use and ignores. */
export interface ManifestFinding {
  /** The location in the manifest as a JSON pointer (RFC 6901). */
  readonly pointer: string
  /** What is wrong and how to fix it, for people. */
  readonly message: string
}

/** Configuration values by key. */
export type SimulatedConfig = Readonly<Record<string, unknown>>

/**
 * Handles a request of the plug-in. Returns claims for the signed response, or `undefined` to send no response. The host's standard claims
 * (`iss`, `sub`, `jti`, …) override claims of the same name.
 */
export type SubjectHandler = (
  payload: Readonly<Record<string, unknown>>,
  context: { readonly user: SimulatedUser },
) => SimulatedConfig | undefined | Promise<SimulatedConfig | undefined>

/** Options of a simulated host. All are optional. */
export interface SimulatedHostOptions {
  /** URL of the tenant, or its URL and id. Default: the page's own origin; `https://home.haiilo.test` where there is no usable one. */
  readonly tenant?: string | { readonly url?: string | undefined; readonly id?: string | undefined } | undefined
  /** The signed-in user. Default for missing properties: a fictitious user. */
  readonly user?: Partial<SimulatedUser> | undefined
  /** Determines the context that is sent, the configuration defaults, the URLs, the initial height and the permissions. */
  readonly manifest?: SimulatedManifest | undefined
  /** URL of the manifest. URLs in the manifest are relative to it. Default: the page that embeds the plug-in. */
  readonly manifestUrl?: string | undefined
  /** Id of the entry point for new instances, unless `connect` or `embed` name another one. Default: the first. */
  readonly entryPoint?: string | undefined
  /** Initial values of every instance. They override the defaults of the manifest. */
  readonly config?: SimulatedConfig | undefined
  /** Values for all instances of the tenant. They override the defaults of the manifest's top-level `config`. Saving keeps them. */
  readonly globalConfig?: SimulatedConfig | undefined
  /** Whether the page around the plug-in is in edit mode. Default: `false`. */
  readonly editing?: boolean | undefined
  /** Whether embedded frames keep their origin (`allow-same-origin`) or get an opaque one. Default: `same-origin`. */
  readonly sandbox?: 'same-origin' | 'opaque' | undefined
  /** How long a frame may be silent before the log reports it, in milliseconds. Default: 10,000. */
  readonly frameTimeout?: number | undefined
  /** Delay of every answer in milliseconds. Default: 0. */
  readonly latency?: number | undefined
  /** The fault to simulate. Default: none. */
  readonly fault?: SimulatedFault | undefined
  /** Handlers by subject, for requests beyond the documented subjects. */
  readonly subjects?: Readonly<Record<string, SubjectHandler>> | undefined
  /** URL of the key server. It receives the public key before the first signature and returns the `jku`; see `@haiilo-kit/simulator/vite`. */
  readonly keyServer?: string | undefined
  /** The `jku` for token headers, if you serve the key document yourself. Overrides `keyServer`. */
  readonly jku?: string | undefined
  /** Size of the RSA keys in bits. Default: 2048. */
  readonly modulusLength?: 2048 | 4096 | undefined
  /** Returns the time in milliseconds since 1970. Default: `Date.now`. */
  readonly clock?: (() => number) | undefined
}

/** A page of the plug-in in memory. Pass it to `createHaiiloHost` as its options. */
export interface SimulatedConnection extends Pick<HaiiloHostOptions, 'clock'> {
  readonly source: string
  readonly view: PluginView
  readonly transport: HostTransport
  readonly trust: readonly TrustRule[]
  /** The last height that the plug-in view of this instance requested, in CSS pixels. */
  readonly height: number | undefined
}

/** The instance of a page. Each instance has its own entry point, configuration and height. */
export interface ConnectOptions {
  /**
   * Source id of the instance. An unknown id creates an instance. Default: every plug-in view creates an instance, and a configuration view
   * joins the newest one. If the newest instance has only a configuration view so far, the next plug-in view joins it.
   */
  readonly source?: string | undefined
  /** Id of the entry point for a new instance. Default: `entryPoint` of the host. */
  readonly entryPoint?: string | undefined
  /** Initial values of a new instance. They override `config` of the host. */
  readonly config?: SimulatedConfig | undefined
}

/** The options of {@link SimulatedHost.setConfig}. */
export interface SetConfigOptions {
  /** Source id of the instance. Default: all instances, including future ones, and the global values. */
  readonly source?: string | undefined
}

export interface EmbedOptions extends ConnectOptions {
  /** An http or https URL, relative to the embedding page. Default: the URL in the manifest, or else the frame's own `src`. */
  readonly url?: string | undefined
  /** The view to load. Default: `plugin`. */
  readonly view?: PluginView | undefined
  /**
   * URL of a page that calls `runWrapperPage`. It is loaded into the frame, embeds the plug-in and forwards the messages, like the page of a
   * mobile app. Default: the frame contains the plug-in.
   */
  readonly wrapper?: string | undefined
}

/** A plug-in in a frame of this page. */
export interface EmbeddedPlugin {
  /** The source id of the instance. */
  readonly source: string
  /** The last height that the plug-in view of this instance requested, in CSS pixels. */
  readonly height: number | undefined
  /** Reloads the plug-in, like the real host after a change. */
  readonly reload: () => void
  /** Ends the communication with the frame without changing it. Can be called more than once. */
  readonly detach: () => void
}

/** The options of {@link SimulatedHost.save}. */
export interface SaveOptions {
  /** How long the configuration view may take, including its handshake, in milliseconds. Default: 10,000. */
  readonly timeout?: number | undefined
  /** Source id of the instance. Default: that of the configuration view that was loaded last. */
  readonly source?: string | undefined
}

/** A simulated Haiilo Home that signs real tokens. Its functions do not depend on `this`. */
export interface SimulatedHost {
  /** The origin of the tenant: `iss` of all tokens. */
  readonly issuer: string
  /** Trust rules for this host, for `createHaiiloHost` and `verifyToken`. */
  readonly trust: readonly TrustRule[]
  /** The parts of the manifest that this host cannot use. Each is also reported with `console.warn`. */
  readonly findings: readonly ManifestFinding[]
  /** The last 1,000 messages in both directions, oldest first. Every entry creates a new array. */
  readonly log: readonly WireLogEntry[]
  /** The last height that any plug-in view requested, in CSS pixels. For one instance, see the results of `connect` and `embed`. */
  readonly height: number | undefined
  /**
   * Loads a page of the plug-in in memory. Returns options for `createHaiiloHost`, to pass or to spread.
   *
   * @param view The view to load. Default: `plugin`.
   * @throws {TypeError} There is no such entry point, or the options contradict the existing instance.
   */
  readonly connect: (view?: PluginView, options?: ConnectOptions) => SimulatedConnection
  /**
   * Loads a page of the plug-in into a frame and communicates with its window. The frame is sandboxed as in the real host.
   *
   * @throws {TypeError} There is no URL in the options, the manifest or the frame, or it is not an http or https URL. There is no such entry
   *   point, or the options contradict the existing instance.
   */
  readonly embed: (frame: HTMLIFrameElement, options?: EmbedOptions) => EmbeddedPlugin
  /**
   * Saves the settings: sends `save` to the configuration view that was loaded last, as soon as its handshake is answered. If the view
   * answers with an object, stores it in the instance and reloads the plug-in.
   *
   * @returns The answer of the view; `false` under the fault `refuses-save`.
   * @throws {TypeError} No configuration view is loaded.
   * @throws {HaiiloError} `ERR_SAVE_TIMEOUT`: no handshake or no answer within the timeout. `ERR_CONNECTION_CLOSED`: the view was closed
   *   before it answered.
   */
  readonly save: (options?: SaveOptions) => Promise<boolean | SimulatedConfig>
  /** Sends a signed, unprompted message to all loaded pages of a view, for example `edit`, which older hosts send. */
  readonly send: (subject: string, claims?: SimulatedConfig, view?: PluginView) => void
  /**
   * Sends a message of the log again, unchanged. A correct plug-in ignores or refuses this replay.
   *
   * @param id The id of a log entry with the verdict `sent`.
   * @returns Whether it was sent: `false` if its page was closed, or after 200 newer messages to that page.
   */
  readonly sendAgain: (id: number) => boolean
  /** Changes properties of the user. Takes effect on the next load; frames are reloaded. */
  readonly setUser: (user: Partial<SimulatedUser>) => void
  /**
   * Replaces the configuration of all instances or of one. It overrides the defaults of the manifest. Takes effect on the next load; frames
   * are reloaded.
   *
   * @throws {TypeError} There is no instance with this source id.
   */
  readonly setConfig: (config: SimulatedConfig, options?: SetConfigOptions) => void
  /** Turns the edit mode on or off. Takes effect on the next load; frames are reloaded. */
  readonly setEditing: (editing: boolean) => void
  /** Sets or clears the fault. Takes effect on the next message. */
  readonly setFault: (fault: SimulatedFault | undefined) => void
  /** Sets the latency in milliseconds. Takes effect on the next message. */
  readonly setLatency: (latency: number) => void
  /** Calls `listener` after every new entry in `log`. Returns a function that unsubscribes. */
  readonly subscribe: (listener: () => void) => () => void
  /**
   * Calls `listener` when the real host would reload plug-ins: connect again, with the same `source`. Returns a function that unsubscribes.
   *
   * @param listener Receives the source id of the changed instance, or `undefined` if all instances changed.
   */
  readonly onReload: (listener: (source: string | undefined) => void) => () => void
  /** Returns the public key in the vendor's key document format, to serve at `jku`. */
  readonly keyDocument: () => Promise<KeyDocument>
  /** Closes all pages and drops pending messages. Can be called more than once. */
  readonly close: () => void
}
