import { measureCluster } from './measure-cluster.js'
import { measureEvents } from './measure-events.js'
import { measureUsers } from './measure-users.js'
import type { Postgres, Row } from './row.js'

/** Runs the parts with these names: `users`, `events`, `cluster`. Without PostgreSQL, skips what needs it. */
export async function measure(parts: readonly string[], postgres: Postgres | undefined): Promise<readonly Row[]> {
  const rows: Row[] = []
  if (parts.includes('users')) rows.push(...(await measureUsers()))
  if (parts.includes('events')) rows.push(...(await measureEvents(postgres?.url)))
  if (parts.includes('cluster') && postgres) {
    for (const size of [1, 2, 3]) rows.push(...(await measureCluster(size, postgres)))
  }
  return rows
}
