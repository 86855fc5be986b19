import { memoryStore, type HaiiloStore, type Lease, type StoreChange } from '../src/index.js'
import type { StoreConnections } from '../src/store-contract/index.js'

/** What a wrong store does instead. Each function of the right store can be called. */
type Fault = (right: HaiiloStore) => Partial<HaiiloStore>

/** Mistakes that an author of a store can make. The contract must find each one. */
export const wrongStores: Readonly<Record<string, Fault>> = {
  'gives a lease to everybody': () => ({ acquire: async (key) => leaseOf(key) }),
  'gives no lease twice, so that an expired one stays': (right) => ({
    acquire: (key) => right.acquire(key, 1_000_000),
  }),
  'ends every lease soon': (right) => ({ acquire: (key) => right.acquire(key, 10) }),
  'checks and takes a lease in two steps': (right) => {
    const held = new Map<string, number>()
    return {
      async acquire(key, duration) {
        const until = held.get(key) ?? 0
        await pause()
        if (until > Date.now()) return undefined
        held.set(key, Date.now() + duration)
        await right.release((await right.acquire(key, duration)) ?? leaseOf(key))
        return leaseOf(key)
      },
      release: async ({ key }) => void held.delete(key),
      commit: (lease, change) => commitAnyway(right, change),
    }
  },
  'has one owner for all leases of a process': (right) => {
    const real = new Map<string, Lease>()
    return {
      async acquire(key, duration) {
        const lease = await right.acquire(key, duration)
        if (lease) real.set(key, lease)
        return lease && { key, owner: 'me' }
      },
      release: (lease) => right.release(real.get(lease.key) ?? lease),
      commit: (lease, change) => right.commit(real.get(lease.key) ?? lease, change),
    }
  },
  'does not release a lease': () => ({ release: async () => undefined }),
  'stores a change without a lease': (right) => ({
    commit: async (lease, change) => (await right.commit(lease, change)) || commitAnyway(right, change),
  }),
  'says that it has stored what it has not': (right) => ({
    async commit(lease, change) {
      await right.commit(lease, change)
      return true
    },
  }),
  'keeps the lease when it stores a change': (right) => ({
    async commit(lease, change) {
      const isStored = await right.commit(lease, change)
      if (isStored) await right.acquire(lease.key, 60_000)
      return isStored
    },
  }),
  'ends the lease and loses the change': (right) => ({
    async commit(lease) {
      const isHeld = (await right.acquire(lease.key, 1)) === undefined
      await right.release(lease)
      return isHeld
    },
  }),
  'stores a change twice if two callers store it at the same time': (right) => ({
    async commit(lease, change) {
      const isFree = await right.acquire(lease.key, 60_000)
      if (isFree) {
        await right.release(isFree)
        return false
      }
      await pause()
      await commitAnyway(right, change)
      await right.release(lease)
      return true
    },
  }),
  'admits every id': () => ({ admitOnce: async () => true }),
  'never admits an id again': (right) => ({ admitOnce: (id) => right.admitOnce(id, 1_000_000) }),
  'forgets ids too early': (right) => ({ admitOnce: (id) => right.admitOnce(id, 10) }),
  'checks and records an id in two steps': () => {
    const used = new Map<string, number>()
    return {
      async admitOnce(id, duration) {
        const isNew = (used.get(id) ?? 0) <= Date.now()
        await pause()
        used.set(id, Date.now() + duration)
        return isNew
      },
    }
  },
  'takes the duration for a time': (right) => ({
    admitOnce: (id, duration) => right.admitOnce(id, duration - Date.now()),
  }),
  'finds installations of a tenant by less than the whole id': (right) => ({
    installationsOf: (tenantId) => right.installationsOf(tenantId.toLowerCase()),
    commit: (lease, change) =>
      right.commit(
        lease,
        withTenant(change, (id) => id.toLowerCase()),
      ),
  }),
  'cuts spaces at the end of an id': (right) => ({
    installationsOf: (tenantId) => right.installationsOf(tenantId.trimEnd()),
    commit: (lease, change) =>
      right.commit(
        lease,
        withTenant(change, (id) => id.trimEnd()),
      ),
  }),
  'has the same lease for keys that differ in case': (right) => ({
    acquire: (key, duration) => right.acquire(key.toLowerCase(), duration),
  }),
  'has the same id for texts that differ in case': (right) => ({
    admitOnce: (id, duration) => right.admitOnce(id.toLowerCase(), duration),
  }),
  'cuts long ids': (right) => ({
    installationsOf: (tenantId) => right.installationsOf(tenantId.slice(0, 100)),
    commit: (lease, change) =>
      right.commit(
        lease,
        withTenant(change, (id) => id.slice(0, 100)),
      ),
  }),
  'rejects a tenant id that no tenant can have': (right) => ({
    installationsOf: async (tenantId) => {
      if (tenantId.includes('\0')) throw new Error('invalid byte sequence')
      return right.installationsOf(tenantId)
    },
  }),
  'rejects a duration that is not whole': (right) => ({
    acquire: async (key, duration) => right.acquire(key, whole(duration)),
    admitOnce: async (id, duration) => right.admitOnce(id, whole(duration)),
  }),
  'deletes the record when a plug-in is uninstalled': (right) => ({
    installationsOf: async (tenantId) => (await right.installationsOf(tenantId)).filter((record) => record.isInstalled),
  }),
  'keeps instances of a plug-in that was uninstalled': (right) => {
    const kept = new Map<string, string[]>()
    return {
      async commit(lease, change) {
        if (change.type === 'uninstall')
          kept.set(JSON.stringify(change.installation.tenantId), [...(await right.instancesOf(change.installation))])
        return right.commit(lease, change)
      },
      instancesOf: async (installation) =>
        kept.get(JSON.stringify(installation.tenantId)) ?? right.instancesOf(installation),
    }
  },
  'keeps credentials of a plug-in that was uninstalled': (right) => {
    const kept = new Map<string, string>()
    return {
      async commit(lease, change) {
        if (change.type === 'credentials') kept.set(change.installation.tenantId, change.sealed)
        return right.commit(lease, change)
      },
      findCredentials: async (installation) =>
        (await right.findCredentials(installation)) ?? kept.get(installation.tenantId),
    }
  },
  'adds instances to a plug-in that was uninstalled': (right) => ({
    async commit(lease, change) {
      const records = change.type === 'instance_add' ? await right.installationsOf(change.instance.tenantId) : []
      const [record] = records
      if (change.type !== 'instance_add' || !record || record.isInstalled) return right.commit(lease, change)
      const { instance: installation } = change
      await commitAnyway(right, { type: 'install', installation, eventAt: record.eventAt })
      return right.commit(lease, change)
    },
  }),
  'forgets instances that were removed': (right) => ({
    async findInstance(instance) {
      const found = await right.findInstance(instance)
      return found?.isPresent ? found : undefined
    },
  }),
  'shows instances that were removed': (right) => {
    const known = new Map<string, Set<string>>()
    return {
      async commit(lease, change) {
        if (change.type === 'instance_add')
          known.set(
            change.instance.tenantId,
            (known.get(change.instance.tenantId) ?? new Set()).add(change.instance.instanceId),
          )
        return right.commit(lease, change)
      },
      instancesOf: async ({ tenantId }) => [...(known.get(tenantId) ?? [])].toSorted(),
    }
  },
  'returns instances in any order': (right) => ({
    instancesOf: async (installation) => (await right.instancesOf(installation)).toReversed(),
  }),
  'keeps the first credentials': (right) => ({
    async commit(lease, change) {
      if (change.type !== 'credentials' || (await right.findCredentials(change.installation)) === undefined)
        return right.commit(lease, change)
      await right.release(lease)
      return true
    },
  }),
  'finds credentials by the tenant alone': (right) => {
    const kept = new Map<string, string>()
    return {
      async commit(lease, change) {
        if (change.type === 'credentials') kept.set(change.installation.tenantId, change.sealed)
        return right.commit(lease, change)
      },
      findCredentials: async ({ tenantId }) => kept.get(tenantId),
    }
  },
  'keeps 32 bits of a time': (right) => ({
    installationsOf: async (tenantId) =>
      (await right.installationsOf(tenantId)).map((record) => ({ ...record, eventAt: record.eventAt | 0 })),
  }),
  'keeps the first time of an event': (right) => {
    const first = new Map<string, number>()
    return {
      installationsOf: async (tenantId) =>
        (await right.installationsOf(tenantId)).map((record) => {
          const eventAt = first.get(JSON.stringify(record.pluginId)) ?? record.eventAt
          first.set(JSON.stringify(record.pluginId), eventAt)
          return { ...record, eventAt }
        }),
    }
  },
  'shares nothing with other processes': () => ({}),
}

/** Two connections to one wrong store. */
export function openWrongStore(name: string): StoreConnections {
  const fault = wrongStores[name]
  if (!fault) throw new TypeError(`There is no wrong store with the name "${name}".`)
  if (name === 'shares nothing with other processes') return { store: memoryStore(quiet), other: memoryStore(quiet) }
  const right = memoryStore(quiet)
  const wrong = { ...right, ...fault(right) }
  return { store: wrong, other: wrong }
}

const quiet = { warn: (): void => undefined }

function leaseOf(key: string = crypto.randomUUID()): Lease {
  return { key, owner: crypto.randomUUID() }
}

/** Stores a change under a new lease, so that the given one is not checked. */
async function commitAnyway(right: HaiiloStore, change: StoreChange): Promise<boolean> {
  const lease = await right.acquire(crypto.randomUUID(), 60_000)
  return lease ? right.commit(lease, change) : false
}

function withTenant(change: StoreChange, map: (tenantId: string) => string): StoreChange {
  return 'instance' in change
    ? { ...change, instance: { ...change.instance, tenantId: map(change.instance.tenantId) } }
    : { ...change, installation: { ...change.installation, tenantId: map(change.installation.tenantId) } }
}

function whole(duration: number): number {
  if (Number.isInteger(duration)) return duration
  throw new Error('invalid input syntax for type bigint')
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1))
}
