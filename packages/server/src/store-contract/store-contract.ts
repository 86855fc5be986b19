import { equal, deepEqual, notEqual, ok } from 'node:assert/strict'
import type { HaiiloStore, Installation, Instance, Lease, StoreChange } from '../store/haiilo-store.js'

/** Two stores on the same data, as two processes have. For a store in memory, both are the same. */
export interface StoreConnections {
  readonly store: HaiiloStore
  readonly other: HaiiloStore
}

/** One rule that every store must follow. */
export interface StoreContractCase {
  /** A sentence, to be used as the name of a test. */
  readonly name: string
  /** Rejects with an assertion error if the store breaks the rule. */
  readonly run: (connections: StoreConnections) => Promise<void>
}

/** Durations in milliseconds: longer than every case runs, and short enough to wait for. Not whole, because a token can end at any time. */
const LONG = 60_000.5
const SHORT = 40.5
const POLL_INTERVAL = 5
/** How long to wait for something that must have expired. In milliseconds. */
const WAIT_LIMIT = 10_000
/** The longest id that a back end accepts, in characters. */
const MAX_ID_LENGTH = 255

/**
 * What a back end expects from a store, for any test runner. All cases can run on the same data, because each one uses its own tenant.
 *
 * @example
 * ```ts
 * for (const { name, run } of storeContract) test(name, () => run({ store, other }))
 * ```
 */
export const storeContract: readonly StoreContractCase[] = [
  contractCase('answers a ping', async ({ store }) => store.ping()),

  contractCase('knows no installation of a tenant that it has never seen', async ({ store }) => {
    // the text comes from a token that nobody has verified
    for (const tenantId of [randomId(), '', '\0', '\uD800', "' or 1 = 1 --", 'x'.repeat(100_000)]) {
      deepEqual(await store.installationsOf(tenantId), [])
    }
  }),

  contractCase('shows an installation to every process', async ({ store, other }) => {
    const installation = newInstallation()
    await change(store, { type: 'install', installation, eventAt: 5 })
    deepEqual(
      (await other.installationsOf(installation.tenantId)).map((record) => ({ ...record })),
      [{ ...installation, isInstalled: true, eventAt: 5 }],
    )
  }),

  contractCase('keeps installations that differ in one value apart', async ({ store }) => {
    const installation = newInstallation()
    const others = [
      { ...installation, issuer: 'https://other.example.com' },
      { ...installation, pluginId: randomId() },
      { ...installation, tenantId: randomId() },
    ]
    await change(store, { type: 'install', installation, eventAt: 1 })
    for (const each of others) await change(store, { type: 'install', installation: each, eventAt: 1 })
    for (const each of others) await change(store, { type: 'credentials', installation: each, sealed: each.pluginId })
    equal(await store.findCredentials(installation), undefined)
    await change(store, { type: 'uninstall', installation, eventAt: 2 })
    equal((await store.installationsOf(installation.tenantId)).length, 3)
    for (const each of others) equal(await store.findCredentials(each), each.pluginId)
    for (const each of others) {
      const found = (await store.installationsOf(each.tenantId)).find((record) => isSame(record, each))
      equal(found?.isInstalled, true)
    }
  }),

  contractCase('remembers when a plug-in was uninstalled, and deletes its data', async ({ store, other }) => {
    const instance = newInstance()
    await change(store, { type: 'install', installation: instance, eventAt: 1 })
    await change(store, { type: 'instance_add', instance, eventAt: 2 })
    await change(store, { type: 'credentials', installation: instance, sealed: 'sealed' })
    await change(store, { type: 'uninstall', installation: instance, eventAt: 3 })
    const [record] = await other.installationsOf(instance.tenantId)
    deepEqual([record?.isInstalled, record?.eventAt], [false, 3])
    deepEqual(await other.instancesOf(instance), [])
    equal(await other.findInstance(instance), undefined)
    equal(await other.findCredentials(instance), undefined)
  }),

  contractCase('stores nothing for a plug-in that was uninstalled, until it is installed again', async (stores) => {
    const { store, other } = stores
    const instance = newInstance()
    const { tenantId } = instance
    await change(store, { type: 'install', installation: instance, eventAt: 1 })
    deepEqual(await stateOf(other, tenantId), [true, 1])
    await change(store, { type: 'uninstall', installation: instance, eventAt: 2 })
    deepEqual(await stateOf(other, tenantId), [false, 2])
    await change(store, { type: 'instance_add', instance, eventAt: 3 })
    await change(store, { type: 'credentials', installation: instance, sealed: 'sealed' })
    deepEqual(await stateOf(other, tenantId), [false, 2])
    equal(await other.findInstance(instance), undefined)
    equal(await other.findCredentials(instance), undefined)
    await change(other, { type: 'install', installation: instance, eventAt: 4 })
    deepEqual(await stateOf(store, tenantId), [true, 4])
    deepEqual(await store.instancesOf(instance), [])
  }),

  contractCase('adds and removes instances, and remembers those that were removed', async ({ store, other }) => {
    const first = newInstance()
    const second = { ...first, instanceId: randomId() }
    await change(store, { type: 'install', installation: first, eventAt: 1 })
    await change(store, { type: 'instance_add', instance: first, eventAt: 2 })
    await change(store, { type: 'instance_add', instance: second, eventAt: 3 })
    deepEqual(await other.instancesOf(first), [first.instanceId, second.instanceId].toSorted())
    await change(other, { type: 'instance_remove', instance: first, eventAt: 4 })
    deepEqual(await store.instancesOf(first), [second.instanceId])
    deepEqual({ ...(await store.findInstance(first)) }, { ...first, isPresent: false, eventAt: 4 })
  }),

  contractCase('sorts the instances', async ({ store }) => {
    const instance = newInstance()
    const instances = Array.from({ length: 10 }, randomId)
    await change(store, { type: 'install', installation: instance, eventAt: 1 })
    for (const instanceId of instances)
      await change(store, { type: 'instance_add', instance: { ...instance, instanceId }, eventAt: 1 })
    deepEqual(await store.instancesOf(instance), instances.toSorted())
  }),

  contractCase('stores nothing for a plug-in that is not installed', async ({ store }) => {
    const instance = newInstance()
    await change(store, { type: 'instance_add', instance, eventAt: 1 })
    await change(store, { type: 'credentials', installation: instance, sealed: 'sealed' })
    equal(await store.findInstance(instance), undefined)
    equal(await store.findCredentials(instance), undefined)
    deepEqual(await store.installationsOf(instance.tenantId), [])
  }),

  contractCase('replaces credentials', async ({ store, other }) => {
    const installation = newInstallation()
    await change(store, { type: 'install', installation, eventAt: 1 })
    await change(store, { type: 'credentials', installation, sealed: 'first' })
    await change(other, { type: 'credentials', installation, sealed: 'second' })
    equal(await store.findCredentials(installation), 'second')
  }),

  contractCase('keeps text of any kind unchanged', async ({ store }) => {
    const instance = { ...newInstance(), pluginId: `'"; drop table x; -- ${randomId()} ü😀 % _ \\`, instanceId: ' ' }
    await change(store, { type: 'install', installation: instance, eventAt: 2_147_483_648 })
    await change(store, { type: 'instance_add', instance, eventAt: 4_102_444_800 })
    const [record] = await store.installationsOf(instance.tenantId)
    deepEqual([record?.pluginId, record?.eventAt], [instance.pluginId, 2_147_483_648])
    equal((await store.findInstance(instance))?.eventAt, 4_102_444_800)
  }),

  contractCase('distinguishes texts that differ in case, accents or spaces only', async ({ store }) => {
    const id = randomId()
    const texts = ['a', 'A', 'a ', ' a', '\u00E4', 'a\u0308'].map((text) => id + text)
    for (const tenantId of texts) {
      const installation = { ...newInstallation(), tenantId }
      await change(store, { type: 'install', installation, eventAt: 1 })
      deepEqual(
        (await store.installationsOf(tenantId)).map(({ pluginId }) => pluginId),
        [installation.pluginId],
      )
      ok(await store.acquire(tenantId, LONG), 'a lease of another key is free')
      equal(await store.admitOnce(tenantId, LONG), true)
    }
  }),

  contractCase('keeps ids of the longest kind', async ({ store }) => {
    const [tenantId, pluginId, instanceId] = [longId(), longId(), longId()]
    const instance = { issuer: newInstallation().issuer, tenantId, pluginId, instanceId }
    await change(store, { type: 'install', installation: instance, eventAt: 1 })
    await change(store, { type: 'instance_add', instance, eventAt: 1 })
    await change(store, { type: 'credentials', installation: instance, sealed: 'x'.repeat(100_000) })
    deepEqual(
      (await store.installationsOf(tenantId)).map((record) => record.tenantId),
      [tenantId],
    )
    deepEqual(await store.instancesOf(instance), [instanceId])
    equal((await store.findCredentials(instance))?.length, 100_000)
    ok(await store.acquire(JSON.stringify(Object.values(instance)), LONG))
  }),

  contractCase('gives a lease to one of many processes at the same time', async ({ store, other }) => {
    const key = randomId()
    const attempts = Array.from({ length: 20 }, (_, index) => (index % 2 ? store : other).acquire(key, LONG))
    const leases = (await Promise.all(attempts)).filter((lease) => lease !== undefined)
    equal(leases.length, 1)
    ok(await store.acquire(randomId(), LONG), 'a lease of another key is free')
  }),

  contractCase('gives a lease again after it was released', async ({ store, other }) => {
    const key = randomId()
    await store.release(await lease(store, key))
    ok(await other.acquire(key, LONG))
  }),

  contractCase('gives a lease again after it has expired, with another owner', async ({ store, other }) => {
    const key = randomId()
    const first = await lease(store, key, SHORT)
    notEqual((await untilAcquired(other, key)).owner, first.owner)
  }),

  contractCase('keeps a lease and an id until they expire', async ({ store, other }) => {
    const [key, id] = [randomId(), randomId()]
    await lease(store, key)
    equal(await store.admitOnce(id, LONG), true)
    const later = await lease(store, randomId(), SHORT)
    await untilAcquired(other, later.key)
    equal(await other.acquire(key, LONG), undefined)
    equal(await other.admitOnce(id, LONG), false)
  }),

  contractCase('does not end the lease of another owner', async ({ store, other }) => {
    const key = randomId()
    const first = await lease(store, key, SHORT)
    await untilAcquired(other, key)
    await store.release(first)
    equal(await store.acquire(key, LONG), undefined)
  }),

  contractCase('stores no change under a lease that has ended', async ({ store, other }) => {
    const installation = newInstallation()
    const key = randomId()
    const expired = await lease(store, key, SHORT)
    await untilAcquired(other, key)
    const released = await lease(store, randomId())
    await store.release(released)
    const unknown = { key: randomId(), owner: randomId() }
    for (const each of [expired, released, unknown]) {
      equal(await store.commit(each, { type: 'install', installation, eventAt: 1 }), false)
    }
    deepEqual(await store.installationsOf(installation.tenantId), [])
  }),

  contractCase(
    'stores no change under a lease that has expired, even if nobody else has taken it',
    async ({ store }) => {
      const installation = newInstallation()
      const expired = await lease(store, randomId(), SHORT)
      const later = await lease(store, randomId(), SHORT)
      // if the later one has expired, so has the earlier one
      await untilAcquired(store, later.key)
      equal(await store.commit(expired, { type: 'install', installation, eventAt: 1 }), false)
      deepEqual(await store.installationsOf(installation.tenantId), [])
    },
  ),

  contractCase('ends the lease with the change, so that it is stored once', async ({ store, other }) => {
    const installation = newInstallation()
    const held = await lease(store, randomId())
    const results = await Promise.all(
      [store, other, store].map((each) => each.commit(held, { type: 'install', installation, eventAt: 1 })),
    )
    equal(results.filter(Boolean).length, 1)
    ok(await other.acquire(held.key, LONG))
  }),

  contractCase('admits an id once, even if many ask at the same time', async ({ store, other }) => {
    const id = randomId()
    const attempts = Array.from({ length: 20 }, (_, index) => (index % 2 ? store : other).admitOnce(id, LONG))
    equal((await Promise.all(attempts)).filter(Boolean).length, 1)
    equal(await store.admitOnce(id, LONG), false)
    equal(await store.admitOnce(randomId(), LONG), true)
  }),

  contractCase('admits an id again after it has expired', async ({ store }) => {
    const id = randomId()
    equal(await store.admitOnce(id, SHORT), true)
    await until(() => store.admitOnce(id, LONG))
  }),
]

function contractCase(name: string, run: StoreContractCase['run']): StoreContractCase {
  return { name, run }
}

async function change(store: HaiiloStore, what: StoreChange): Promise<void> {
  ok(await store.commit(await lease(store, randomId()), what), 'a change under a valid lease is stored')
}

async function lease(store: HaiiloStore, key: string, duration: number = LONG): Promise<Lease> {
  const taken = await store.acquire(key, duration)
  ok(taken, 'a lease that nobody holds is free')
  return taken
}

async function untilAcquired(store: HaiiloStore, key: string): Promise<Lease> {
  let taken: Lease | undefined
  await until(async () => {
    taken = await store.acquire(key, LONG)
    return taken !== undefined
  })
  ok(taken)
  return taken
}

/** Repeats a question until the answer is yes. */
async function until(question: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + WAIT_LIMIT
  while (!(await question())) {
    ok(performance.now() < deadline, 'what has expired is free again')
    await new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL))
  }
}

/** Whether the only plug-in of a tenant is installed, and the time of the last event. */
async function stateOf(store: HaiiloStore, tenantId: string): Promise<unknown> {
  const [record, ...more] = await store.installationsOf(tenantId)
  deepEqual(more, [])
  return [record?.isInstalled, record?.eventAt]
}

/** Random, so that a database cannot compress it, in characters of three bytes. */
function longId(): string {
  const codes = crypto.getRandomValues(new Uint16Array(MAX_ID_LENGTH))
  return String.fromCharCode(...codes.map((code) => 0x4e00 + (code % 0x5000)))
}

function isSame(one: Installation, other: Installation): boolean {
  return one.issuer === other.issuer && one.tenantId === other.tenantId && one.pluginId === other.pluginId
}

function newInstallation(): Installation {
  return { issuer: 'https://home.example.com', tenantId: randomId(), pluginId: randomId() }
}

function newInstance(): Instance {
  return { ...newInstallation(), instanceId: randomId() }
}

function randomId(): string {
  return crypto.randomUUID()
}
