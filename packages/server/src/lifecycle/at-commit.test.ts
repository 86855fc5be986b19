import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bundleProgram } from '../../test/bundle-program.js'
import { createScene, sharedTenant, type Scene } from '../../test/scene.js'
import { refuseInstall, sqliteStore, type HaiiloStore, type HandlerTools, type LifecycleHandlers } from '../index.js'

const ADD = 'insert into orders (widget) values ($1)'

let folder: string
let database: DatabaseSync
let store: HaiiloStore

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'haiilo-at-commit-'))
  database = new DatabaseSync(join(folder, 'haiilo.db'))
  database.exec("create table orders (widget text check (widget <> 'refused'))")
  store = sqliteStore(join(folder, 'haiilo.db'))
  await store.ping()
})

afterEach(async () => {
  await store.close()
  database.close()
  rmSync(folder, { recursive: true })
})

function orders(): readonly unknown[] {
  return database
    .prepare('select widget from orders')
    .all()
    .map(({ widget }) => widget)
}

async function createInstalled(on: LifecycleHandlers): Promise<Scene> {
  const scene = await createScene({ store, on })
  expect(await scene.send('install')).toMatchObject({ status: 201 })
  return scene
}

describe('a statement of a handler', () => {
  it('takes effect once, however often the host sends the event', async () => {
    const { send } = await createInstalled({
      instanceAdd: ({ instanceId }, { atCommit }) => atCommit(ADD, [instanceId]),
    })
    for (let attempt = 0; attempt < 3; attempt++)
      expect(await send('instance_add', { instanceId: 'one' })).toMatchObject({ status: 201 })
    expect(orders()).toEqual(['one'])
  })

  it('takes effect once if the process is killed at the end of the handler', async () => {
    const tenant = await sharedTenant()
    const program = await bundleProgram(`
      import { createHaiiloBackend, sqliteStore } from '../src/index.js'
      const [file, trust, install, add] = process.argv.slice(2)
      const backend = createHaiiloBackend({
        manifest: { lifecycle: { url: '/haiilo/', events: ['install', 'uninstall', 'instance_add'] } },
        store: sqliteStore(file),
        trust: JSON.parse(trust),
        on: {
          instanceAdd({ instanceId }, { atCommit }) {
            atCommit(${JSON.stringify(ADD)}, [instanceId])
            process.kill(process.pid, 'SIGKILL')
          },
        },
      })
      for (const [event, token] of Object.entries({ install, instance_add: add })) {
        await backend(new Request('https://lunch.example.com/haiilo/' + event, { method: 'POST', body: new URLSearchParams({ token }) }))
      }`)
    const child = spawn(process.execPath, [
      '--no-warnings',
      program.file,
      join(folder, 'haiilo.db'),
      JSON.stringify(tenant.trust),
      await tenant.signEvent('install'),
      await tenant.signEvent('instance_add', { instanceId: 'one' }),
    ])
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
    program.remove()
    expect(orders()).toEqual([])

    const runs: string[] = []
    const { send } = await createScene({
      store,
      on: {
        instanceAdd({ instanceId }, { atCommit }) {
          runs.push(instanceId)
          atCommit(ADD, [instanceId])
        },
      },
    })
    expect(await send('instance_add', { instanceId: 'one' })).toMatchObject({
      body: { message: 'The event failed: ERR_EVENT_RUNNING' },
    })
    // as after 30 s
    database.exec('delete from haiilo_lease')
    expect(await send('instance_add', { instanceId: 'one' })).toMatchObject({ status: 201 })
    expect([runs, orders()]).toEqual([['one'], ['one']])
  })

  it('that the database refuses fails the event, and nothing is changed', async () => {
    const { send, reports, tenant } = await createInstalled({
      instanceAdd({ instanceId }, { atCommit }) {
        atCommit(ADD, ['first'])
        atCommit(ADD, [instanceId])
      },
    })
    expect(await send('instance_add', { instanceId: 'refused' })).toMatchObject({
      status: 400,
      body: { message: 'The event failed: ERR_HANDLER_FAILED' },
    })
    expect([orders(), await store.instancesOf(tenant.installation)]).toEqual([[], []])
    expect(reports.map(String)).toEqual([expect.stringContaining('CHECK constraint failed')])
    expect(await send('instance_add', { instanceId: 'two' })).toMatchObject({ status: 201 })
    expect(orders()).toEqual(['first', 'two'])
  })

  it('does not run if the handler fails or refuses', async () => {
    const { send } = await createScene({
      store,
      on: {
        install(_, { atCommit }) {
          atCommit(ADD, ['install'])
          return refuseInstall('No.')
        },
      },
    })
    expect(await send('install')).toMatchObject({ status: 400 })
    const { send: sendLater } = await createInstalled({
      instanceAdd(_, { atCommit }) {
        atCommit(ADD, ['instanceAdd'])
        throw new Error('failed')
      },
    })
    expect(await sendLater('instance_add', { instanceId: 'one' })).toMatchObject({ status: 400 })
    expect(orders()).toEqual([])
  })
})

describe('atCommit is refused', () => {
  it('with several statements in one text', async () => {
    const { send, reports } = await createInstalled({
      instanceAdd: (_, { atCommit }) =>
        atCommit(`insert into orders values ('one'); insert into orders values ('two')`),
    })
    expect(await send('instance_add', { instanceId: 'one' })).toMatchObject({ status: 400 })
    expect([reports, orders()]).toMatchObject([[{ message: 'atCommit: expected one statement.' }], []])
  })

  it('with a store that has no SQL', async () => {
    const { send, reports } = await createScene({ on: { install: (_, { atCommit }) => atCommit(ADD, ['one']) } })
    expect(await send('install')).toMatchObject({ status: 400 })
    expect(reports.map(String)).toEqual([expect.stringMatching(/^TypeError: .*use sqliteStore/)])
  })

  it('after the handler has ended', async () => {
    const kept: HandlerTools[] = []
    await createInstalled({ install: (_, tools) => void kept.push(tools) })
    expect(() => kept[0]?.atCommit(ADD, ['late'])).toThrow('the handler has ended')
    expect(orders()).toEqual([])
  })
})
