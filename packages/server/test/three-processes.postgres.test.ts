import { createSimulatedTenant } from '@haiilo-kit/simulator/back-end'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { postgresStore } from '../src/index.js'
import { startCluster, type Cluster } from './cluster.js'
import { countRunsAndChanges } from './count-runs.js'

const URL_IN_MANIFEST = 'https://lunch.example.com/haiilo/'
/** How many events are accepted before the next process is killed. Other events are being handled at that moment. */
const EVENTS_PER_KILL = 5

const url = process.env['POSTGRES_URL'] ?? 'postgres://127.0.0.1:1/none'
const store = postgresStore(url)
const issuer = 'https://cluster.haiilo.test'

let counter: Awaited<ReturnType<typeof countRunsAndChanges>>
let cluster: Cluster

// not outside of a hook: if a filter skips all tests, nothing would end the processes
beforeAll(async () => {
  counter = await countRunsAndChanges(url)
  const { key: jwk } = await createSimulatedTenant({ tenant: issuer }).keyDocument()
  cluster = await startCluster({ size: 3, url, jwk, issuer })
})

afterAll(async () => {
  await cluster.close()
  await Promise.all([counter.close(), store.close()])
})

function createTenant(id: string) {
  return createSimulatedTenant({ tenant: { url: issuer, id }, fetch: cluster.fetch })
}

describe('three processes on one PostgreSQL', () => {
  it('know an installation that one of them has received', async () => {
    const tenant = createTenant('shared')
    await tenant.send('install', URL_IN_MANIFEST)
    const pids = new Set<number>()
    for (let count = 0; count < 3; count++) {
      const response = await cluster.fetch('https://lunch.example.com/api/me', {
        headers: { authorization: `Bearer ${await tenant.signUser()}` },
      })
      pids.add(((await response.json()) as { pid: number }).pid)
    }
    expect(pids.size).toBe(3)
    await tenant.send('uninstall', URL_IN_MANIFEST)
    for (let count = 0; count < 3; count++) {
      const response = await cluster.fetch('https://lunch.example.com/api/me', {
        headers: { authorization: `Bearer ${await tenant.signUser()}` },
      })
      expect(response.status).toBe(401)
    }
  })

  it('handle an event once that all of them receive at the same time', async () => {
    const tenant = createTenant('at-once')
    await tenant.send('install', URL_IN_MANIFEST)
    const instances = Array.from({ length: 10 }, (_, index) => `at-once-${index}`)
    const sent = instances.flatMap((instanceId) =>
      Array.from({ length: 3 }, () =>
        tenant.send('instance_add', URL_IN_MANIFEST, { instanceId, attempts: 50, pause: 20 }),
      ),
    )
    for (const { verdict } of await Promise.all(sent)) expect(verdict).toBe('accepted')
    const once = instances.map(() => 1)
    expect(await counter.read(instances)).toEqual({ runs: once, effects: once, stored: once })
  })

  it('lose no event, and let each one take effect once, while processes are killed', async () => {
    const tenant = createTenant('killed')
    await tenant.send('install', URL_IN_MANIFEST)
    const instances = Array.from({ length: 150 }, (_, index) => `killed-${index}`)
    const queue = [...instances]
    let accepted = 0
    let killing = Promise.resolve()
    const workers = Array.from({ length: 10 }, async () => {
      for (let instanceId = queue.pop(); instanceId !== undefined; instanceId = queue.pop()) {
        const { verdict } = await tenant.send('instance_add', URL_IN_MANIFEST, {
          instanceId,
          attempts: 200,
          pause: 100,
        })
        expect(verdict).toBe('accepted')
        // not after a fixed time: a process that is killed before it can answer would never accept an event
        const kills = ++accepted / EVENTS_PER_KILL
        if (Number.isInteger(kills)) killing = killing.then(() => cluster.replace(kills % 3))
      }
    })
    await Promise.all(workers)
    await killing
    const installation = { issuer, tenantId: 'killed', pluginId: 'plugin-1' }
    expect(await store.instancesOf(installation)).toEqual(instances.toSorted())
    const { stored, effects } = await counter.read(instances)
    const once = instances.map(() => 1)
    expect({ stored, effects }).toEqual({ stored: once, effects: once })
  })
})
