import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { sqliteStore } from '../src/index.js'
import { refreshInProcesses } from './refreshing-processes.js'

it('three processes on one file refresh a token with one request', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'haiilo-refresh-'))
  const file = join(folder, 'haiilo.db')
  const store = sqliteStore(file)
  const { tenant, errors } = await refreshInProcesses(file, store, 3)
  await store.close()
  rmSync(folder, { recursive: true })
  expect([errors, tenant.log.filter(({ type }) => type === 'refresh')]).toEqual([
    '',
    [{ type: 'refresh', status: 200 }],
  ])
  expect(tenant.notifications).toHaveLength(9)
})
