import type {
  HaiiloStore,
  Installation,
  InstallationRecord,
  Instance,
  InstanceRecord,
  Lease,
  StoreChange,
} from './haiilo-store.js'

/** The options of `memoryStore`. */
export interface MemoryStoreOptions {
  /** Reports that data will be lost. Default: `console.warn`. */
  readonly warn?: (message: string) => void
}

interface HeldLease extends Lease {
  /** Milliseconds since 1970. */
  readonly until: number
}

/**
 * Creates a store that loses everything when the process ends. For tests only: a tenant sends `install` once, so a lost installation never
 * comes back. It warns unless `NODE_ENV` is `test` or `development`: many servers run without `NODE_ENV`.
 */
export function memoryStore({ warn = console.warn }: MemoryStoreOptions = {}): HaiiloStore {
  if (!['test', 'development'].includes(globalThis.process?.env['NODE_ENV'] ?? '')) {
    warn(
      'memoryStore() loses all installations when the process ends. In production, use sqliteStore() or postgresStore().',
    )
  }
  const installations = new Map<string, InstallationRecord>()
  const instances = new Map<string, InstanceRecord>()
  const credentials = new Map<string, string>()
  const leases = new Map<string, HeldLease>()
  /** When each id can be used again, in milliseconds since 1970. */
  const used = new Map<string, number>()

  function holds({ key, owner }: Lease): boolean {
    const held = leases.get(key)
    return held?.owner === owner && held.until > Date.now()
  }

  function isInstalled(installation: Installation): boolean {
    return installations.get(keyOf(installation))?.isInstalled ?? false
  }

  function instancesIn(installation: Installation): InstanceRecord[] {
    return [...instances.values()].filter((instance) => keyOf(instance) === keyOf(installation))
  }

  function apply(change: StoreChange): void {
    switch (change.type) {
      case 'install':
      case 'uninstall': {
        const { issuer, tenantId, pluginId } = change.installation
        const record = { issuer, tenantId, pluginId, isInstalled: change.type === 'install', eventAt: change.eventAt }
        installations.set(keyOf(record), record)
        if (record.isInstalled) return
        credentials.delete(keyOf(record))
        for (const instance of instancesIn(record)) instances.delete(keyOfInstance(instance))
        return
      }
      case 'instance_add':
      case 'instance_remove': {
        const { issuer, tenantId, pluginId, instanceId } = change.instance
        const isPresent = change.type === 'instance_add'
        if (isInstalled(change.instance))
          instances.set(keyOfInstance(change.instance), {
            issuer,
            tenantId,
            pluginId,
            instanceId,
            isPresent,
            eventAt: change.eventAt,
          })
        return
      }
      case 'credentials':
        if (isInstalled(change.installation)) credentials.set(keyOf(change.installation), change.sealed)
    }
  }

  return {
    name: 'memory',
    ping: async () => Promise.resolve(),
    installationsOf: async (tenantId) =>
      Promise.resolve([...installations.values()].filter((record) => record.tenantId === tenantId)),
    findInstance: async (instance) => Promise.resolve(instances.get(keyOfInstance(instance))),
    instancesOf: async (installation) =>
      Promise.resolve(
        instancesIn(installation)
          .filter(({ isPresent }) => isPresent)
          .map(({ instanceId }) => instanceId)
          .toSorted(),
      ),
    findCredentials: async (installation) => Promise.resolve(credentials.get(keyOf(installation))),
    async acquire(key, duration) {
      if ((leases.get(key)?.until ?? 0) > Date.now()) return Promise.resolve(undefined)
      const lease = { key, owner: crypto.randomUUID() }
      leases.set(key, { ...lease, until: Date.now() + duration })
      return Promise.resolve(lease)
    },
    async release(lease) {
      if (holds(lease)) leases.delete(lease.key)
      return Promise.resolve()
    },
    async commit(lease, change) {
      if (!holds(lease)) return Promise.resolve(false)
      apply(change)
      leases.delete(lease.key)
      return Promise.resolve(true)
    },
    async admitOnce(id, duration) {
      for (const [known, end] of used) if (end <= Date.now()) used.delete(known)
      if (used.has(id)) return Promise.resolve(false)
      used.set(id, Date.now() + duration)
      return Promise.resolve(true)
    },
    close: async () => Promise.resolve(),
  }
}

function keyOf({ issuer, tenantId, pluginId }: Installation): string {
  return JSON.stringify([issuer, tenantId, pluginId])
}

function keyOfInstance(instance: Instance): string {
  return JSON.stringify([keyOf(instance), instance.instanceId])
}
