import { createSimulatedTenant } from '@haiilo-kit/simulator/back-end'
import { postgresStore } from '../../src/index.js'
import { startCluster } from '../cluster.js'
import { countRunsAndChanges } from '../count-runs.js'
import { quantile, type Postgres, type Row } from './row.js'

/** How long events are sent, when PostgreSQL restarts, and how often a process is killed. In milliseconds. */
const DURATION = 10_000
const RESTART_AFTER = 5000
const KILL_INTERVAL = 1000
const CONCURRENCY = 8

/** Sends events to several processes while one is killed each second and PostgreSQL restarts once. Counts what was lost or took effect twice. */
export async function measureCluster(size: number, { url, restart }: Postgres): Promise<readonly Row[]> {
  const issuer = 'https://cluster.haiilo.test'
  const tenantId = `cluster-${crypto.randomUUID()}`
  const { key: jwk } = await createSimulatedTenant({ tenant: issuer }).keyDocument()
  const counter = await countRunsAndChanges(url)
  const cluster = await startCluster({ size, url, jwk, issuer })
  const tenant = createSimulatedTenant({ tenant: { url: issuer, id: tenantId }, fetch: cluster.fetch })
  await tenant.send('install', 'https://lunch.example.com/haiilo/', { attempts: 100, pause: 100 })
  await counter.pause()

  const instances: string[] = []
  const durations: number[] = []
  const state = { isSending: true, kills: 0, attempts: 0 }
  const started = performance.now()
  const killing = (async () => {
    while (state.isSending) {
      const next = performance.now() + KILL_INTERVAL
      await cluster.replace(state.kills++ % size)
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, next - performance.now())))
    }
  })()
  const restarting = new Promise((resolve) => setTimeout(resolve, RESTART_AFTER)).then(restart)
  const workers = Array.from({ length: CONCURRENCY }, async () => {
    while (performance.now() - started < DURATION) {
      const instanceId = `${tenantId}-${instances.length}`
      instances.push(instanceId)
      const at = performance.now()
      const options = { instanceId, attempts: 300, pause: 100 }
      const { attempts, verdict } = await tenant.send('instance_add', 'https://lunch.example.com/haiilo/', options)
      if (verdict !== 'accepted') throw new Error(`${instanceId} was not accepted`)
      state.attempts += attempts
      durations.push(performance.now() - at)
    }
  })
  await Promise.all(workers)
  state.isSending = false
  await Promise.all([killing, restarting])
  const seconds = (performance.now() - started) / 1000
  await cluster.close()

  const store = postgresStore(url)
  const present = await store.instancesOf({ issuer, tenantId, pluginId: tenant.pluginId })
  await store.close()
  const { effects, runs } = await counter.read(instances)
  await counter.close()
  const name = `cluster: ${size} ${size === 1 ? 'process' : 'processes'}`
  const note = [
    `${state.kills} × SIGKILL`,
    '1 restart of PostgreSQL',
    `${state.attempts} requests for ${instances.length} events`,
    `p50 ${quantile(durations, 0.5).toFixed(0)} ms`,
    `p99 ${quantile(durations, 0.99).toFixed(0)} ms`,
    `${seconds.toFixed(0)} s`,
  ].join(', ')
  return [
    {
      name: `${name}, events lost`,
      // an event without its effect is lost, too
      value: instances.length - Math.min(present.length, effects.filter((count) => count > 0).length),
      unit: '',
      limit: { most: 0 },
      note,
    },
    {
      name: `${name}, events handled twice`,
      value: effects.filter((count) => count > 1).length,
      unit: '',
      limit: { most: 0 },
      note: 'effects of `atCommit`',
    },
    {
      name: `${name}, handlers that ran again`,
      value: runs.filter((count) => count > 1).length,
      unit: '',
      note: 'the process was killed, or the database restarted, after the handler and before its change',
    },
  ]
}
