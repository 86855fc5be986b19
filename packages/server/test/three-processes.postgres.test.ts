import { createSimulatedTenant } from '@haiilo-kit/simulator/back-end'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { postgresStore } from '../src/index.js'
import { startCluster } from './cluster.js'

const URL_IN_MANIFEST = 'https://lunch.example.com/haiilo/'
const url = process.env['POSTGRES_URL'] ?? 'postgres://127.0.0.1:1/none'
const admin = new pg.Client({ connectionString: url })
await admin.connect()
const store = postgresStore(url)
await store.ping()
// counts every change of an instance, so that one that is stored twice is found
await admin.query(`
  create table if not exists runs (instance_id text not null);
  create table if not exists stored (instance_id text not null);
  create or replace function count_stored() returns trigger language plpgsql as
    $$ begin insert into stored values (new.instance_id); return new; end $$;
  create or replace trigger count_stored after insert or update on haiilo_instance for each row execute function count_stored()`)

const issuer = 'https://cluster.haiilo.test'
const { key: jwk } = await createSimulatedTenant({ tenant: issuer }).keyDocument()
const cluster = await startCluster({ size: 3, url, jwk, issuer })

afterAll(async () => {
  await cluster.close()
  await admin.query('drop trigger count_stored on haiilo_instance')
  await Promise.all([admin.end(), store.close()])
})

function createTenant(id: string) {
  return createSimulatedTenant({ tenant: { url: issuer, id }, fetch: cluster.fetch })
}

async function countOf(table: 'runs' | 'stored', instances: readonly string[]): Promise<readonly number[]> {
  const { rows } = await admin.query<{ instance_id: string; count: string }>(
    `select instance_id, count(*) from ${table} where instance_id = any($1) group by instance_id`,
    [instances],
  )
  const counts = new Map(rows.map(({ instance_id: id, count }) => [id, Number(count)]))
  return instances.map((id) => counts.get(id) ?? 0)
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
    expect(await countOf('runs', instances)).toEqual(instances.map(() => 1))
    expect(await countOf('stored', instances)).toEqual(instances.map(() => 1))
  })

  it('lose no event and store none twice while processes are killed', async () => {
    const tenant = createTenant('killed')
    await tenant.send('install', URL_IN_MANIFEST)
    const instances = Array.from({ length: 150 }, (_, index) => `killed-${index}`)
    let isSending = true
    const killing = (async () => {
      for (let index = 0; isSending; index++) await cluster.replace(index % 3)
    })()
    const queue = [...instances]
    const workers = Array.from({ length: 10 }, async () => {
      for (let instanceId = queue.pop(); instanceId !== undefined; instanceId = queue.pop()) {
        const { verdict } = await tenant.send('instance_add', URL_IN_MANIFEST, {
          instanceId,
          attempts: 200,
          pause: 100,
        })
        expect(verdict).toBe('accepted')
      }
    })
    await Promise.all(workers)
    isSending = false
    await killing
    const installation = { issuer, tenantId: 'killed', pluginId: 'plugin-1' }
    expect(await store.instancesOf(installation)).toEqual(instances.toSorted())
    expect(await countOf('stored', instances)).toEqual(instances.map(() => 1))
  })
})
