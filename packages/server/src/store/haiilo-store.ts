import type { SqlStatement } from './sql-database.js'

/** A plug-in in a tenant. All three values together identify it. */
export interface Installation {
  /** The tenant's URL as an origin. */
  readonly issuer: string
  readonly tenantId: string
  readonly pluginId: string
}

/** A widget: an entry point of the plug-in on a page of the tenant. */
export interface Instance extends Installation {
  readonly instanceId: string
}

/** What the last event said about an installation. A record stays after `uninstall`, so that a late event can be recognised. */
export interface InstallationRecord extends Installation {
  readonly isInstalled: boolean
  /** When the host issued the event, in seconds since 1970. */
  readonly eventAt: number
}

/** What the last event said about an instance. */
export interface InstanceRecord extends Instance {
  readonly isPresent: boolean
  /** When the host issued the event, in seconds since 1970. */
  readonly eventAt: number
}

/** A temporary right to handle one thing. At most one process holds it. */
export interface Lease {
  readonly key: string
  /** Random. Distinguishes two holders of the same key. */
  readonly owner: string
}

/** A change that is stored when the work under a lease has succeeded. */
export type StoreChange =
  | { readonly type: 'install'; readonly installation: Installation; readonly eventAt: number }
  /** Also deletes the instances and the credentials. */
  | { readonly type: 'uninstall'; readonly installation: Installation; readonly eventAt: number }
  /** Changes nothing unless the plug-in is installed. */
  | { readonly type: 'instance_add'; readonly instance: Instance; readonly eventAt: number }
  /** Changes nothing unless the plug-in is installed. */
  | { readonly type: 'instance_remove'; readonly instance: Instance; readonly eventAt: number }
  /** `sealed` is encrypted. Changes nothing unless the plug-in is installed. */
  | { readonly type: 'credentials'; readonly installation: Installation; readonly sealed: string }

/**
 * Keeps what a back end must not lose: installations, instances, credentials, leases and the ids of used tokens. `storeContract` of
 * `@haiilo-kit/server/store-contract` tests an implementation.
 *
 * Every function rejects with `ERR_STORE_UNAVAILABLE` if the data cannot be read or written. It never answers as if there were no data.
 */
export interface HaiiloStore {
  /** For logs: `sqlite`, `postgres`, `memory`, or a name of your own. */
  readonly name: string
  /** Resolves if the store can answer queries. */
  readonly ping: () => Promise<void>
  /**
   * All records with this tenant id, of every issuer and plug-in. Also those that are no longer installed. The tenant id can be any text,
   * because it is looked up before the signature of a token is verified.
   */
  readonly installationsOf: (tenantId: string) => Promise<readonly InstallationRecord[]>
  /** Returns the record of an instance, if it is stored. */
  readonly findInstance: (instance: Instance) => Promise<InstanceRecord | undefined>
  /** The ids of the present instances, sorted. */
  readonly instancesOf: (installation: Installation) => Promise<readonly string[]>
  /** The encrypted credentials for the API of the tenant. */
  readonly findCredentials: (installation: Installation) => Promise<string | undefined>
  /**
   * Takes a lease. It ends with `commit`, `release`, or after `duration` milliseconds. One clock must decide that for all processes, such as
   * the clock of the database: the clocks of machines differ.
   *
   * @returns `undefined` while another lease of this key is valid.
   */
  readonly acquire: (key: string, duration: number) => Promise<Lease | undefined>
  /** Ends a lease. Does nothing if it has already ended. */
  readonly release: (lease: Lease) => Promise<void>
  /** Whether `commit` runs statements. Default: no. */
  readonly acceptsStatements?: boolean
  /**
   * Stores a change and ends the lease, both or neither.
   *
   * @param statements SQL statements of the application, which take effect together with the change. If the database refuses one, nothing is
   *   changed, and it rejects with `ERR_HANDLER_FAILED`.
   * @returns Whether it was stored. It is not if the lease has ended.
   */
  readonly commit: (lease: Lease, change: StoreChange, statements?: readonly SqlStatement[]) => Promise<boolean>
  /**
   * Records an id for `duration` milliseconds, in one step with the check whether it is new.
   *
   * @returns Whether it is new.
   */
  readonly admitOnce: (id: string, duration: number) => Promise<boolean>
  /** Ends all connections. */
  readonly close: () => Promise<void>
}
