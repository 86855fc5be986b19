import type { HaiiloHostOptions, HostTransport, PluginView, TrustRule } from '@haiilo-kit/core'
import type { SimulatedFault } from '../faults/faults.js'
import type { KeyDocument } from '../keys/signing-keys.js'
import type { WireLogEntry } from './wire-log.js'

/** A person as the simulated tenant knows them. Every name is sent as `ctx.<name>`, if the manifest asks for it. */
export interface SimulatedUser {
  /** Always sent. */
  readonly userId: string
  readonly userName?: string | undefined
  readonly userEmail?: string | undefined
  /** A BCP 47 tag such as `de` or `en`. */
  readonly userLanguage?: string | undefined
  readonly [name: string]: unknown
}

/** A configuration field of a manifest, as far as the simulated host reads it. */
export interface SimulatedField {
  readonly key: string
  readonly default?: unknown
}

/** An entry point of a manifest, as far as the simulated host reads it. */
export interface SimulatedEntryPoint {
  readonly id?: string | undefined
  /** Address of the plug-in, relative to `manifestUrl`. */
  readonly url?: string | undefined
  /** Address of the configuration view, relative to `manifestUrl`. */
  readonly configUrl?: string | undefined
  readonly config?: readonly SimulatedField[] | undefined
  /** CSS pixels, or a ratio such as `16:9`. */
  readonly height?: number | string | undefined
  /** Features that the frame may use: `camera`, `geolocation`, `fullscreen`. */
  readonly permissionsPolicy?: readonly string[] | undefined
}

/** A manifest, as far as the simulated host reads it. Structural: an imported `manifest.json` fits. */
export interface SimulatedManifest {
  readonly context?: readonly string[] | undefined
  readonly config?: readonly SimulatedField[] | undefined
  readonly entryPoints?: readonly SimulatedEntryPoint[] | undefined
}

/** What a simulated host cannot use of a manifest; it goes on without that part. */
export interface ManifestFinding {
  /** Where in the manifest: a JSON pointer, RFC 6901. */
  readonly pointer: string
  /** For people: what is wrong and what to write instead. */
  readonly message: string
}

/** Values of a configuration by key. */
export type SimulatedConfig = Readonly<Record<string, unknown>>

/**
 * Answers a request of the plug-in: with claims for the signed response, or with `undefined` for none. The host's own claims
 * (`iss`, `sub`, `jti`, …) win over claims of the same name.
 */
export type SubjectHandler = (
  payload: Readonly<Record<string, unknown>>,
  context: { readonly user: SimulatedUser },
) => SimulatedConfig | undefined | Promise<SimulatedConfig | undefined>

/** What a simulated host is made of. Everything has a default. */
export interface SimulatedHostOptions {
  /** Address of the tenant, or address and id. Default: the origin of the page, where there is none `https://home.haiilo.test`. */
  readonly tenant?: string | { readonly url?: string | undefined; readonly id?: string | undefined } | undefined
  /** Who is signed in. What is left out comes from a neutral, fictitious person. */
  readonly user?: Partial<SimulatedUser> | undefined
  /** Decides which context is sent, and brings defaults of the configuration, addresses, the first height and permissions. */
  readonly manifest?: SimulatedManifest | undefined
  /** Address that the manifest is served from: its own addresses are relative to it. Default: the page that embeds the plug-in. */
  readonly manifestUrl?: string | undefined
  /** Which entry point of the manifest instances show unless they are opened with another one, by id. Default: the first. */
  readonly entryPoint?: string | undefined
  /** Values that every instance starts with, over the defaults of the manifest. */
  readonly config?: SimulatedConfig | undefined
  /** Values for all instances of the tenant, over the defaults of the manifest's own `config`. Saving keeps them. */
  readonly globalConfig?: SimulatedConfig | undefined
  /** Whether the page around the plug-in is being edited. Default: `false`. */
  readonly editing?: boolean | undefined
  /** Whether embedded frames keep their origin (`allow-same-origin`) or get an opaque one. Default: `same-origin`. */
  readonly sandbox?: 'same-origin' | 'opaque' | undefined
  /** How long a frame may stay silent before the log says so, in milliseconds. Default: 10 000. */
  readonly frameTimeout?: number | undefined
  /** How long every answer takes, in milliseconds. Default: 0. */
  readonly latency?: number | undefined
  /** What goes wrong. Default: nothing. */
  readonly fault?: SimulatedFault | undefined
  /** Answers to requests beyond the documented subjects, by subject. */
  readonly subjects?: Readonly<Record<string, SubjectHandler>> | undefined
  /** Takes the public key before the first signature and answers with the `jku` for the header; see `@haiilo-kit/simulator/vite`. */
  readonly keyServer?: string | undefined
  /** Put into the header as it is, for a key document that somebody else serves. Wins over `keyServer`. */
  readonly jku?: string | undefined
  /** Size of the RSA keys in bits. Default: 2048. */
  readonly modulusLength?: 2048 | 4096 | undefined
  /** Milliseconds since 1970. Default: `Date.now`. */
  readonly clock?: (() => number) | undefined
}

/** Complete options for `createHaiiloHost`: one loaded page of the plug-in. */
export interface SimulatedConnection extends Pick<HaiiloHostOptions, 'clock'> {
  readonly source: string
  readonly view: PluginView
  readonly transport: HostTransport
  readonly trust: readonly TrustRule[]
  /** The last height that the plug-in view of this instance asked for, in CSS pixels. */
  readonly height: number | undefined
}

/** Which instance a page belongs to. Each has its own entry point, configuration and height. */
export interface ConnectOptions {
  /**
   * Source id of the instance; an unknown one begins a new instance. Default: a new instance for every plug-in view. A configuration
   * view belongs to the newest instance, and so does a plug-in view if only settings of that instance were opened.
   */
  readonly source?: string | undefined
  /** Which entry point of the manifest a new instance shows, by id. Default: that of the host's options. */
  readonly entryPoint?: string | undefined
  /** Values that a new instance starts with, over those of the host's options. */
  readonly config?: SimulatedConfig | undefined
}

export interface SetConfigOptions {
  /** Source id of the instance. Default: all instances, those to come included, and the global values. */
  readonly source?: string | undefined
}

export interface EmbedOptions extends ConnectOptions {
  /** An http or https address, relative to the page that embeds. Default: the address in the manifest, else the frame's own `src`. */
  readonly url?: string | undefined
  /** Which page is shown. Default: `plugin`. */
  readonly view?: PluginView | undefined
}

/** A plug-in inside a frame of this page. */
export interface EmbeddedPlugin {
  /** The source id that the frame was loaded with. */
  readonly source: string
  /** The last height that the plug-in view of this instance asked for, in CSS pixels. */
  readonly height: number | undefined
  /** Loads the plug-in again, as the real host does after a change. */
  readonly reload: () => void
  /** Stops talking to the frame, and leaves it as it is. Calling twice is fine. */
  readonly detach: () => void
}

export interface SaveOptions {
  /** How long the configuration view may take, its handshake included, in milliseconds. Default: 10 000. */
  readonly timeout?: number | undefined
  /** Source id of the instance. Default: that of the configuration view that was loaded last. */
  readonly source?: string | undefined
}

/** A Haiilo Home that is not there, but signs real tokens. Its functions are closures, safe to pass around unbound. */
export interface SimulatedHost {
  /** The tenant, as an origin: `iss` of all its tokens. */
  readonly issuer: string
  /** Whose tokens count: what `createHaiiloHost` and `verifyToken` need to know this host. */
  readonly trust: readonly TrustRule[]
  /** What this host cannot use of the manifest. Each is told to `console.warn`, too. */
  readonly findings: readonly ManifestFinding[]
  /** What went over the wire, oldest first: a new array with every entry, at most the last 1 000. */
  readonly log: readonly WireLogEntry[]
  /** The last height that any plug-in view asked for, in CSS pixels. What `connect` and `embed` give has that of its instance. */
  readonly height: number | undefined
  /**
   * Loads a page of the plug-in in this very process: options for `createHaiiloHost`, to pass or to spread.
   *
   * @param view Which page it is. Default: `plugin`.
   * @throws {TypeError} There is no such entry point, or the instance exists and differs from the options.
   */
  readonly connect: (view?: PluginView, options?: ConnectOptions) => SimulatedConnection
  /**
   * Loads a page of the plug-in into a frame, sandboxed as in the real host, and talks to its window.
   *
   * @throws {TypeError} Neither the options, the manifest nor the frame say which page to load, or it is neither http nor https. There is
   *   no such entry point, or the instance exists and differs from the options.
   */
  readonly embed: (frame: HTMLIFrameElement, options?: EmbedOptions) => EmbeddedPlugin
  /**
   * Presses "save" in the settings dialogue: asks the configuration view that was loaded last, once its handshake is answered. An object
   * is stored in its instance and reloads the plug-in. Resolves to the answer; to `false` under the fault `refuses-save`.
   *
   * @throws {TypeError} No configuration view is loaded.
   * @throws {HaiiloError} `ERR_SAVE_TIMEOUT` no handshake or no answer in time; `ERR_CONNECTION_CLOSED` the view was left before it answered.
   */
  readonly save: (options?: SaveOptions) => Promise<boolean | SimulatedConfig>
  /** Sends a signed message of the host's own accord to every loaded page of that view; `edit` of older hosts, for instance. */
  readonly send: (subject: string, claims?: SimulatedConfig, view?: PluginView) => void
  /** Changes the person; names that are not given stay. Counts from the next load: frames are reloaded. */
  readonly setUser: (user: Partial<SimulatedUser>) => void
  /**
   * Replaces the configuration of all instances or of one, over the defaults of the manifest. Counts from the next load: frames are
   * reloaded.
   *
   * @throws {TypeError} There is no instance with that source id.
   */
  readonly setConfig: (config: SimulatedConfig, options?: SetConfigOptions) => void
  /** Enters or leaves the edit mode. Counts from the next load: frames are reloaded. */
  readonly setEditing: (editing: boolean) => void
  /** Counts from the next message. */
  readonly setFault: (fault: SimulatedFault | undefined) => void
  /** Counts from the next message. In milliseconds. */
  readonly setLatency: (latency: number) => void
  /** Calls `listener` whenever `log` grew, and gives back the function that stops it. */
  readonly subscribe: (listener: () => void) => () => void
  /**
   * Calls `listener` when the real host would load plug-ins again: connect anew, with the same `source`. Gives back the function that
   * stops it.
   *
   * @param listener Gets the source id of the instance that changed, or `undefined` when all did.
   */
  readonly onReload: (listener: (source: string | undefined) => void) => () => void
  /** The public key in the vendor's form of a key document, for whoever serves `jku`. */
  readonly keyDocument: () => Promise<KeyDocument>
  /** Leaves all pages, and drops what is under way. Calling twice is fine. */
  readonly close: () => void
}
