import { createSimulatedTenant } from '@haiilo-kit/simulator/back-end'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHaiiloBackend, memoryStore, postgresStore, sqliteStore, type HaiiloStore } from '../../src/index.js'
import { quantile, type Row } from './row.js'

const COUNT = 1000
const CONCURRENCY = 20

/** Events per second in one process, for each store. */
export async function measureEvents(url: string | undefined): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'haiilo-bench-'))
  const stores = [memoryStore(), sqliteStore(join(folder, 'haiilo.db')), ...(url ? [postgresStore(url)] : [])]
  const rows: Row[] = []
  for (const store of stores) rows.push(...(await measureStore(store)))
  rmSync(folder, { recursive: true })
  return rows
}

async function measureStore(store: HaiiloStore): Promise<readonly Row[]> {
  const tenant = createSimulatedTenant({ tenant: { url: 'https://bench.haiilo.test', id: crypto.randomUUID() } })
  const backend = createHaiiloBackend({
    manifest: { lifecycle: { url: '/', events: ['install', 'uninstall', 'instance_add'] } },
    store,
    trust: tenant.trust,
  })
  const send = async (event: string, token: string): Promise<void> => {
    const request = new Request(`http://localhost/${event}`, { method: 'POST', body: new URLSearchParams({ token }) })
    const { status } = await backend(request)
    if (status !== 201) throw new Error(`answered with ${status}`)
  }
  await send('install', await tenant.signEvent('install'))
  const queue = await Promise.all(
    Array.from({ length: COUNT }, (_, index) => tenant.signEvent('instance_add', { instanceId: `i${index}` })),
  )
  const durations: number[] = []
  const started = performance.now()
  const workers = Array.from({ length: CONCURRENCY }, async () => {
    for (let token = queue.pop(); token !== undefined; token = queue.pop()) {
      const at = performance.now()
      await send('instance_add', token)
      durations.push(performance.now() - at)
    }
  })
  await Promise.all(workers)
  const perSecond = COUNT / ((performance.now() - started) / 1000)
  await backend.close()
  const note = `p50 ${quantile(durations, 0.5).toFixed(1)} ms, p99 ${quantile(durations, 0.99).toFixed(1)} ms, ${CONCURRENCY} at a time`
  return [{ name: `events: instance_add, ${store.name}`, value: Math.round(perSecond), unit: 'events/s', note }]
}
