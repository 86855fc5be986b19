/** Version of the set-up's format. */
export const SETUP_VERSION = 1

/** A person who can be signed in. */
export interface SetupUser {
  readonly userId: string
  readonly userName: string
  readonly userEmail: string
  /** A BCP 47 tag such as `de` or `en`. */
  readonly userLanguage: string
}

/** One widget on the page of the tenant. */
export interface SetupInstance {
  /** Its source id. Short: it is part of the address. */
  readonly id: string
  /** Entry point of the manifest by id; the first one if it is absent. */
  readonly entryPoint?: string | undefined
  /** Columns of the grid, 1 to 12. */
  readonly columns: number
  /** Values that were saved for this instance. */
  readonly config: Readonly<Record<string, unknown>>
  readonly fault?: string | undefined
  /** Milliseconds before every answer. */
  readonly latency?: number | undefined
}

/** Everything that can be set on the page. It is the fragment of its address, and the file `.haiilo/sandbox.json`. */
export interface SandboxSetup {
  readonly version: typeof SETUP_VERSION
  /** `userId` of the person who is signed in. */
  readonly user: string
  /** People beside the presets. */
  readonly users: readonly SetupUser[]
  readonly tenant: 'first' | 'second'
  readonly theme: 'light' | 'dark'
  readonly device: 'desktop' | 'tablet' | 'phone'
  readonly editing: boolean
  readonly sandbox: 'same-origin' | 'opaque'
  /** Whether the mobile app's page is between the tenant and the plug-in. */
  readonly wrapper: boolean
  readonly globalConfig: Readonly<Record<string, unknown>>
  readonly instances: readonly SetupInstance[]
}
