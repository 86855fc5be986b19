import { expect, it } from 'vitest'
import { postgresStore } from '../src/index.js'
import { refreshInProcesses } from './refreshing-processes.js'

const url = process.env['POSTGRES_URL'] ?? 'postgres://127.0.0.1:1/none'

it('three processes on one PostgreSQL refresh a token with one request', async () => {
  const store = postgresStore(url)
  const { tenant, errors } = await refreshInProcesses(url, store, 3)
  await store.close()
  expect([errors, tenant.log.filter(({ type }) => type === 'refresh')]).toEqual([
    '',
    [{ type: 'refresh', status: 200 }],
  ])
  expect(tenant.notifications).toHaveLength(9)
})
