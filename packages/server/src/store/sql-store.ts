import { BackendError, isBackendError } from '../errors.js'
import type { HaiiloStore, Installation, Instance, StoreChange } from './haiilo-store.js'
import type { SqlDatabase, SqlRow, SqlStatement, SqlValue } from './sql-database.js'

/** How often expired ids and leases are deleted, in milliseconds. */
const SWEEP_INTERVAL = 60_000

/** How long a removed instance is remembered, in milliseconds. The host retries events for less than this. */
const REMOVED_FOR = 30 * 24 * 60 * 60_000

const OF_INSTALLATION = 'tenant_id = $1 and issuer = $2 and plugin_id = $3'

/**
 * Creates a store on an SQL database. Opens it with the first query. If that fails, the next query tries again.
 *
 * @param open Connects and migrates.
 */
export function sqlStore(name: string, open: () => Promise<SqlDatabase>): HaiiloStore {
  let opened: Promise<SqlDatabase> | undefined
  let sweptAt = -Infinity
  let isClosed = false

  async function database(): Promise<SqlDatabase> {
    if (isClosed) throw unavailable(name)
    opened ??= open()
    opened.catch(() => (opened = undefined))
    return opened
  }

  /** Runs an action. Every failure becomes an error with a code. */
  async function using<T>(action: (database: SqlDatabase) => Promise<T>): Promise<T> {
    try {
      return await action(await database())
    } catch (error) {
      throw isBackendError(error) ? error : unavailable(name, error)
    }
  }

  function rows(sql: string, parameters: readonly SqlValue[] = []): Promise<readonly SqlRow[]> {
    return using(({ query, now }) => query(sql.replaceAll('{now}', now), parameters))
  }

  /** Deletes what has expired. Also with the first query: a serverless process can end before the interval is over. */
  async function sweep(): Promise<void> {
    if (performance.now() - sweptAt < SWEEP_INTERVAL) return
    sweptAt = performance.now()
    await rows('delete from haiilo_used where expires_at <= {now}')
    await rows('delete from haiilo_lease where expires_at <= {now}')
    await rows('delete from haiilo_instance where is_present = 0 and event_at * 1000 <= {now} - $1', [REMOVED_FOR])
  }

  return {
    name,
    acceptsStatements: true,
    async ping() {
      await rows('select version from haiilo_schema')
    },
    async installationsOf(tenantId) {
      // PostgreSQL can neither store nor compare such a text
      if (!tenantId.isWellFormed() || tenantId.includes('\0')) return []
      const found = await rows('select * from haiilo_installation where tenant_id = $1', [tenantId])
      return found.map((row) => ({
        ...installationIn(row),
        isInstalled: Number(row['is_installed']) === 1,
        eventAt: Number(row['event_at']),
      }))
    },
    async findInstance(instance) {
      const sql = `select * from haiilo_instance where ${OF_INSTALLATION} and instance_id = $4`
      const [row] = await rows(sql, [...parametersOf(instance), instance.instanceId])
      return (
        row && {
          ...installationIn(row),
          instanceId: String(row['instance_id']),
          isPresent: Number(row['is_present']) === 1,
          eventAt: Number(row['event_at']),
        }
      )
    },
    async instancesOf(installation) {
      const sql = `select instance_id from haiilo_instance where ${OF_INSTALLATION} and is_present = 1`
      const found = await rows(sql, parametersOf(installation))
      // sorted here, because databases sort by different rules
      return found.map((row) => String(row['instance_id'])).toSorted()
    },
    async findCredentials(installation) {
      const sql = `select sealed from haiilo_credentials where ${OF_INSTALLATION}`
      const [row] = await rows(sql, parametersOf(installation))
      return row && String(row['sealed'])
    },
    async acquire(key, duration) {
      await sweep()
      const owner = crypto.randomUUID()
      const taken = await rows(
        `insert into haiilo_lease (key, owner, expires_at) values ($1, $2, {now} + $3)
         on conflict (key) do update set owner = excluded.owner, expires_at = excluded.expires_at
         where haiilo_lease.expires_at <= {now} returning key`,
        [key, owner, Math.ceil(duration)],
      )
      return taken.length > 0 ? { key, owner } : undefined
    },
    async release({ key, owner }) {
      await rows('delete from haiilo_lease where key = $1 and owner = $2', [key, owner])
    },
    async commit({ key, owner }, change, statements = []) {
      return using(({ guarded, now }) =>
        guarded(
          {
            sql: `delete from haiilo_lease where key = $1 and owner = $2 and expires_at > ${now} returning key`,
            parameters: [key, owner],
          },
          statementsOf(change),
          statements,
        ),
      )
    },
    async admitOnce(id, duration) {
      await sweep()
      const admitted = await rows(
        `insert into haiilo_used (id, expires_at) values ($1, {now} + $2)
         on conflict (id) do update set expires_at = excluded.expires_at
         where haiilo_used.expires_at <= {now} returning id`,
        [id, Math.ceil(duration)],
      )
      return admitted.length > 0
    },
    async close() {
      isClosed = true
      const running = opened
      opened = undefined
      // a database that could not be opened has nothing to close
      await running?.then(
        ({ close }) => close(),
        () => undefined,
      )
    },
  }
}

function unavailable(name: string, cause?: unknown): BackendError {
  return new BackendError(
    'ERR_STORE_UNAVAILABLE',
    `The store "${name}" does not answer or refuses a query. Check that its database is running and reachable, and see \`cause\`.`,
    { cause },
  )
}

function statementsOf(change: StoreChange): readonly SqlStatement[] {
  switch (change.type) {
    case 'install':
      return [putInstallation(change.installation, 1, change.eventAt)]
    case 'uninstall':
      return [
        putInstallation(change.installation, 0, change.eventAt),
        ...['haiilo_instance', 'haiilo_credentials'].map((table) => ({
          sql: `delete from ${table} where ${OF_INSTALLATION}`,
          parameters: parametersOf(change.installation),
        })),
      ]
    case 'instance_add':
      return [putInstance(change.instance, 1, change.eventAt)]
    case 'instance_remove':
      return [putInstance(change.instance, 0, change.eventAt)]
    case 'credentials':
      return [
        {
          sql: `insert into haiilo_credentials (tenant_id, issuer, plugin_id, sealed)
            select tenant_id, issuer, plugin_id, $4 from haiilo_installation where ${OF_INSTALLATION} and is_installed = 1
            on conflict (tenant_id, issuer, plugin_id) do update set sealed = excluded.sealed`,
          parameters: [...parametersOf(change.installation), change.sealed],
        },
      ]
  }
}

function putInstallation(installation: Installation, isInstalled: 0 | 1, eventAt: number): SqlStatement {
  return {
    sql: `insert into haiilo_installation (tenant_id, issuer, plugin_id, is_installed, event_at) values ($1, $2, $3, $4, $5)
      on conflict (tenant_id, issuer, plugin_id) do update set is_installed = excluded.is_installed, event_at = excluded.event_at`,
    parameters: [...parametersOf(installation), isInstalled, eventAt],
  }
}

function putInstance(instance: Instance, isPresent: 0 | 1, eventAt: number): SqlStatement {
  return {
    sql: `insert into haiilo_instance (tenant_id, issuer, plugin_id, instance_id, is_present, event_at)
      select tenant_id, issuer, plugin_id, $4, cast($5 as integer), cast($6 as bigint) from haiilo_installation
      where ${OF_INSTALLATION} and is_installed = 1
      on conflict (tenant_id, issuer, plugin_id, instance_id) do update set is_present = excluded.is_present, event_at = excluded.event_at`,
    parameters: [...parametersOf(instance), instance.instanceId, isPresent, eventAt],
  }
}

function parametersOf({ tenantId, issuer, pluginId }: Installation): readonly SqlValue[] {
  return [tenantId, issuer, pluginId]
}

function installationIn(row: SqlRow): Installation {
  return {
    issuer: String(row['issuer']),
    tenantId: String(row['tenant_id']),
    pluginId: String(row['plugin_id']),
  }
}
