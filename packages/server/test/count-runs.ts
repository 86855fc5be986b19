import pg from 'pg'
import { postgresStore } from '../src/index.js'

const TABLES = ['runs', 'effects', 'stored'] as const

/** How often the handler of each instance ran, its statement took effect, and its change was stored. */
export type Counts = Readonly<Record<(typeof TABLES)[number], readonly number[]>>

/** Counts what the processes of a cluster did. */
export interface RunCounter {
  /** The counts for each instance, in the same order. */
  readonly read: (instances: readonly string[]) => Promise<Counts>
  /** Ends the connection until the next `read`, so that the server can restart. */
  readonly pause: () => Promise<void>
  /** Stops counting. */
  readonly close: () => Promise<void>
}

/** Creates the tables in which the processes of a cluster count, and a trigger that counts changes. */
export async function countRunsAndChanges(url: string): Promise<RunCounter> {
  const store = postgresStore(url)
  await store.ping()
  await store.close()
  let client: pg.Client | undefined

  async function connected(): Promise<pg.Client> {
    if (client) return client
    client = new pg.Client({ connectionString: url })
    await client.connect()
    return client
  }

  async function pause(): Promise<void> {
    await client?.end()
    client = undefined
  }

  async function countOf(table: (typeof TABLES)[number], instances: readonly string[]): Promise<readonly number[]> {
    const { rows } = await (
      await connected()
    ).query<{ instance_id: string; count: string }>(
      `select instance_id, count(*) from ${table} where instance_id = any($1) group by instance_id`,
      [instances],
    )
    const counts = new Map(rows.map(({ instance_id: id, count }) => [id, Number(count)]))
    return instances.map((id) => counts.get(id) ?? 0)
  }

  await (
    await connected()
  ).query(`
    ${TABLES.map((table) => `create table if not exists ${table} (instance_id text not null);`).join('\n')}
    create or replace function count_stored() returns trigger language plpgsql as
      $$ begin
        -- a repeated event changes the time only
        if tg_op = 'INSERT' or new.is_present <> old.is_present then insert into stored values (new.instance_id); end if;
        return new;
      end $$;
    create or replace trigger count_stored after insert or update on haiilo_instance for each row execute function count_stored()`)
  return {
    async read(instances) {
      return {
        runs: await countOf('runs', instances),
        effects: await countOf('effects', instances),
        stored: await countOf('stored', instances),
      }
    },
    pause,
    async close() {
      await (await connected()).query('drop trigger count_stored on haiilo_instance')
      await pause()
    },
  }
}
