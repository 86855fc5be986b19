import { createTokenFactory, nextTask, type ScriptedHost, type ScriptedHostSettings } from '@haiilo-kit/test-kit'
import { describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../scene.js'
import type { HaiiloHost, HaiiloHostOptions } from '../../src/index.js'

const NOW = 1_700_000_000_000
const clock = (): number => NOW
const tenant = await createTokenFactory({ clock })

function connect(answer?: ScriptedHostSettings['answer'], options?: HaiiloHostOptions): Scene {
  return openScene({ tenant, clock, answer }, options)
}

async function ready(): Promise<Scene> {
  const scene = connect()
  await scene.host.ready()
  return scene
}

async function failed(): Promise<Scene> {
  const scene = connect(({ nonce }) => tenant.sign({ jti: nonce, sub: 'save' }))
  await scene.host.ready().catch(() => undefined)
  return scene
}

function subjects({ sent }: ScriptedHost): string[] {
  return sent.map(({ subject }) => subject)
}

describe('send()', () => {
  it('posts source, subject, a nonce and the payload to the pinned origin', async () => {
    const { home, host } = await ready()
    host.send('openProfile', { userId: 'user-2', tags: ['a'] })
    const { data, nonce, targetOrigin } = await home.next('openProfile')
    expect(data).toEqual({ iss: 'source-1', sub: 'openProfile', jti: nonce, userId: 'user-2', tags: ['a'] })
    expect(nonce).toMatch(/^[\w-]{16,}$/)
    expect(targetOrigin).toBe(tenant.issuer)
  })

  it('needs no payload', async () => {
    const { home, host } = await ready()
    host.send('refresh')
    const { data, nonce } = await home.next('refresh')
    expect(data).toEqual({ iss: 'source-1', sub: 'refresh', jti: nonce })
  })

  it('queues messages until the handshake is verified, and keeps their order', async () => {
    const { home, host } = connect(() => undefined)
    host.send('one', { secret: 1 })
    host.send('two', { secret: 2 })
    const { nonce } = await home.next('init')
    home.post(await tenant.sign({ jti: nonce }), { fromHost: false })
    home.post('junk')
    await nextTask()
    expect(subjects(home)).toEqual(['init'])
    home.post(await tenant.sign({ jti: nonce }))
    await home.next('two')
    expect(home.sent.map(({ subject, targetOrigin }) => [subject, targetOrigin])).toEqual([
      ['init', '*'],
      ['one', tenant.issuer],
      ['two', tenant.issuer],
    ])
  })

  it('drops queued messages if the handshake fails, also after retry()', async () => {
    const { home, host } = connect(({ nonce }, turn) => tenant.sign({ jti: nonce, sub: turn === 1 ? 'save' : 'init' }))
    host.send('one')
    await host.ready().catch(() => undefined)
    host.retry()
    await host.ready()
    host.send('two')
    await home.next('two')
    expect(subjects(home)).toEqual(['init', 'init', 'two'])
  })

  it('drops queued messages if the connection is closed', async () => {
    const { home, host } = connect(() => undefined)
    host.send('one')
    host.close()
    host.retry()
    await home.next('init')
    const { nonce } = await home.next('init')
    home.post(await tenant.sign({ jti: nonce }))
    await host.ready()
    await nextTask()
    expect(subjects(home)).not.toContain('one')
  })

  it.each<[string, () => Promise<Scene>]>([
    ['before the handshake', async () => connect()],
    ['after it', ready],
  ])('sends the payload as it was at the time of the call: %s', async (_, open) => {
    const { home, host } = await open()
    const payload = { filter: { tags: ['one'] } }
    host.send('search', payload)
    payload.filter.tags.push('two')
    expect((await home.next('search')).data['filter']).toEqual({ tags: ['one'] })
  })

  it('sends the nonce of the message in `replyTo`', async () => {
    const { home, host } = await ready()
    host.on('ping', (message) => host.send('pong', {}, { replyTo: message }))
    await home.notify({ sub: 'ping', jti: 'ping-1' })
    expect((await home.next('pong')).nonce).toBe('ping-1')
    await home.notify({ sub: 'ping', jti: undefined })
    expect((await home.next('pong')).nonce).toMatch(/^[\w-]{16,}$/)
  })

  it('throws the error of a failed connection', async () => {
    const { home, host } = await failed()
    expect(() => host.send('one')).toThrow(host.getSnapshot().error)
    await nextTask()
    expect(subjects(home)).toEqual(['init'])
  })

  it('throws if the connection is closed', async () => {
    const { home, host } = await ready()
    host.close()
    expect(() => host.send('one')).toThrow(expect.objectContaining({ code: 'ERR_CONNECTION_CLOSED' }) as Error)
    await nextTask()
    expect(subjects(home)).toEqual(['init'])
  })
})

const senders: [name: string, send: (host: HaiiloHost, subject: string, payload?: object) => Promise<unknown>][] = [
  ['send()', async (host, subject, payload) => host.send(subject, payload as Record<string, unknown>)],
  ['request()', (host, subject, payload) => host.request(subject, payload as Record<string, unknown>)],
]

describe.each(senders)('%s', (_, send) => {
  it.each(['iss', 'sub', 'jti'])('refuses a payload with the reserved name %s', async (name) => {
    const { home, host } = await ready()
    await expect(send(host, 'one', { [name]: 'mine' })).rejects.toBeInstanceOf(TypeError)
    await expect(send(host, 'one', { [name]: undefined })).rejects.toBeInstanceOf(TypeError)
    await nextTask()
    expect(subjects(home)).toEqual(['init'])
  })

  it.each(['init', '', undefined, null, 7, ['one']].map((subject) => ({ subject })))(
    'refuses the subject $subject',
    async ({ subject }) => {
      const { home, host } = await ready()
      await expect(send(host, subject as string)).rejects.toBeInstanceOf(TypeError)
      await nextTask()
      expect(subjects(home)).toEqual(['init'])
    },
  )

  const noRecords: unknown[] = [null, 'text', 7, ['list'], () => undefined]

  it.each(noRecords.map((payload) => ({ payload })))(
    'refuses a payload that is not a record: $payload',
    async ({ payload }) => {
      const { home, host } = await ready()
      await expect(send(host, 'one', payload as object)).rejects.toBeInstanceOf(TypeError)
      await nextTask()
      expect(subjects(home)).toEqual(['init'])
    },
  )

  it('throws for invalid arguments before it opens the connection', async () => {
    const { home, host } = connect()
    await expect(send(host, 'init')).rejects.toBeInstanceOf(TypeError)
    await expect(send(host, 'one', { iss: 'mine' })).rejects.toBeInstanceOf(TypeError)
    await expect(send(host, 'one', { run: () => undefined })).rejects.toHaveProperty(
      'code',
      'ERR_PAYLOAD_NOT_CLONEABLE',
    )
    await nextTask()
    expect(home.sent).toEqual([])
  })

  const circular: Record<string, unknown> = { fine: 1 }
  circular['self'] = circular
  circular['run'] = () => undefined

  it.each<[path: string, payload: object]>([
    ['run', { run: () => undefined }],
    ['list[1].run', { ok: { a: 1 }, list: [{ run: 1 }, { run: () => undefined }] }],
    ['user', { user: new Proxy({ name: 'Ada' }, {}) }],
    ['user.name', { user: { name: Symbol('Ada') } }],
    ['run', circular],
    ['jobs', { jobs: new WeakMap() }],
    ['later', { later: Promise.resolve() }],
  ])('refuses a value that cannot be cloned, and names its path: %s', async (path, payload) => {
    const { home, host } = await ready()
    const error: unknown = await send(host, 'one', payload).catch((reason: unknown) => reason)
    expect(error).toHaveProperty('code', 'ERR_PAYLOAD_NOT_CLONEABLE')
    expect((error as Error).message).toMatch(new RegExp(`\\b${path.replace(/[[\].]/g, '\\$&')}(?![\\w.[])`))
    await nextTask()
    expect(subjects(home)).toEqual(['init'])
  })

  it('accepts values that can be cloned', async () => {
    const { home, host } = await ready()
    const payload: Record<string, unknown> = {
      when: new Date(0),
      bytes: new Uint8Array([1]),
      map: new Map([[1, 2]]),
      none: undefined,
    }
    payload['self'] = payload
    void send(host, 'one', payload).catch(() => undefined)
    const { data } = await home.next('one')
    expect(data).toMatchObject({ when: new Date(0), bytes: new Uint8Array([1]), map: new Map([[1, 2]]) })
  })
})
