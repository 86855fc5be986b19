import type { TenantName } from './hosts.js'

/** Version of the format of set-ups. */
export const SETUP_VERSION = 1

/** A user who can be signed in. */
export interface SetupUser {
  readonly userId: string
  readonly userName: string
  readonly userEmail: string
  /** A BCP 47 tag such as `de` or `en`. */
  readonly userLanguage: string
}

/** One widget on the page of the tenant. */
export interface SetupInstance {
  /** The source id. It is part of URLs. */
  readonly id: string
  /** Id of the entry point in the manifest. Default: the first entry point. */
  readonly entryPoint?: string | undefined
  /** Columns of the grid, 1 to 12. */
  readonly columns: number
  /** Values that were saved for this instance. */
  readonly config: Readonly<Record<string, unknown>>
  readonly fault?: string | undefined
  /** Milliseconds before each response of the host. */
  readonly latency?: number | undefined
}

/** Everything that users can set on the page. It is stored in the fragment of the address and in `.haiilo/sandbox.json`. */
export interface SandboxSetup {
  readonly version: typeof SETUP_VERSION
  /** `userId` of the signed-in user. */
  readonly user: string
  /** Users in addition to the presets. */
  readonly users: readonly SetupUser[]
  readonly tenant: TenantName
  readonly theme: 'light' | 'dark'
  readonly device: 'desktop' | 'tablet' | 'phone'
  readonly editing: boolean
  readonly sandbox: 'same-origin' | 'opaque'
  /** Whether a simulated page of the mobile app is between the tenant's page and the plug-in. */
  readonly wrapper: boolean
  readonly globalConfig: Readonly<Record<string, unknown>>
  readonly instances: readonly SetupInstance[]
}
