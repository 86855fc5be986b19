import { BackendError } from '../errors.js'
import type { Query, SqlRow, SqlStatement } from './sql-database.js'

/** Each entry brings the schema to the next version. Released entries never change. */
const MIGRATIONS: readonly (readonly string[])[] = [
  [
    `create table haiilo_installation (
      issuer text not null, tenant_id text not null, plugin_id text not null,
      is_installed integer not null, event_at bigint not null,
      primary key (tenant_id, issuer, plugin_id))`,
    `create table haiilo_instance (
      issuer text not null, tenant_id text not null, plugin_id text not null, instance_id text not null,
      is_present integer not null, event_at bigint not null,
      primary key (tenant_id, issuer, plugin_id, instance_id))`,
    `create table haiilo_credentials (
      issuer text not null, tenant_id text not null, plugin_id text not null,
      sealed text not null,
      primary key (tenant_id, issuer, plugin_id))`,
    `create table haiilo_lease (key text primary key, owner text not null, expires_at bigint not null)`,
    `create table haiilo_used (id text primary key, expires_at bigint not null)`,
    `create index haiilo_used_expires_at on haiilo_used (expires_at)`,
  ],
]

/** Whether the schema has the current version. Rejects if there is none. */
export async function isMigrated(query: Query): Promise<boolean> {
  const [row] = await query('select version from haiilo_schema')
  return Number(row?.['version']) === MIGRATIONS.length
}

/**
 * Brings the schema to the current version, statement by statement. The caller runs each one, passes its rows back, and holds a lock, so that
 * two processes do not do it at the same time.
 *
 * @throws {BackendError} `ERR_STORE_VERSION` A newer version of this package has changed the schema.
 */
export function* migration(): Generator<SqlStatement, void, readonly SqlRow[]> {
  yield statement('create table if not exists haiilo_schema (version bigint not null)')
  const [row] = yield statement('select version from haiilo_schema')
  const version = Number(row?.['version'] ?? 0)
  if (version > MIGRATIONS.length) {
    throw new BackendError(
      'ERR_STORE_VERSION',
      `The schema of the store has version ${version}, and this package knows ${MIGRATIONS.length}. Update @haiilo-kit/server.`,
    )
  }
  // writes nothing then, so that a store that is full or read-only can be opened
  if (version === MIGRATIONS.length) return
  if (!row) yield statement('insert into haiilo_schema (version) values (0)')
  for (const sql of MIGRATIONS.slice(version).flat()) yield statement(sql)
  yield { sql: 'update haiilo_schema set version = $1', parameters: [MIGRATIONS.length] }
}

function statement(sql: string): SqlStatement {
  return { sql, parameters: [] }
}
