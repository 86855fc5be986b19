import { createHaiiloHost, onSave, type HaiiloHost, type HaiiloHostOptions, type RawConfig } from '@haiilo-kit/core'
import { verifyToken } from '@haiilo-kit/core/token'
import { decodeJwt, decodeProtectedHeader, importJWK, jwtVerify } from 'jose'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { waitUntil } from '../../test/wait-until.js'
import { createSimulatedHost } from './create-simulated-host.js'
import type { SimulatedConfig, SimulatedConnection, SimulatedHost } from './simulated-host.js'

const open: (HaiiloHost | SimulatedHost)[] = []

afterEach(() => {
  for (const each of open.splice(0)) each.close()
  vi.useRealTimers()
})

function simulate(...options: Parameters<typeof createSimulatedHost>): SimulatedHost {
  const home = createSimulatedHost(...options)
  open.push(home)
  return home
}

function plug(connection: SimulatedConnection, options: HaiiloHostOptions = {}): HaiiloHost {
  const host = createHaiiloHost({ ...connection, ...options })
  open.push(host)
  return host
}

/** Posts a message as a plug-in without the kit does. Resolves to the next token of the host. */
function postRaw({ transport }: SimulatedConnection, message: object, targetOrigin = '*'): Promise<string> {
  return new Promise((resolve) => {
    const stop = transport.listen({
      restored: () => undefined,
      message({ data }) {
        stop()
        resolve(String(data))
      },
    })
    transport.post(message, targetOrigin)
  })
}

function nextLogEntry(home: SimulatedHost): Promise<void> {
  return new Promise((resolve) => {
    const stop = home.subscribe(() => {
      stop()
      resolve()
    })
  })
}

describe('the token', () => {
  it('has exactly the claims of the protocol', async () => {
    const home = simulate({
      tenant: { url: 'https://acme.haiilo.test/', id: 'tenant-7' },
      user: { userId: 'u', userName: 'Ünal 🍜', userEmail: undefined, userLanguage: 'tr' },
      config: { canteen: 'north', seats: 3, 'a.b': true },
      editing: true,
      clock: () => 1_700_000_000_999,
    })
    const token = await postRaw(home.connect('plugin', { source: 's' }), { iss: 's', sub: 'init', jti: 'n' })
    expect(decodeProtectedHeader(token)).toEqual({ typ: 'JWT', alg: 'RS512' })
    expect(decodeJwt(token)).toEqual({
      iss: 'https://acme.haiilo.test',
      iat: 1_700_000_000,
      exp: 1_700_000_060,
      sub: 'init',
      jti: 'n',
      'ctx.tenantId': 'tenant-7',
      'ctx.userId': 'u',
      'ctx.userName': 'Ünal 🍜',
      'ctx.userLanguage': 'tr',
      'cfg.canteen': 'north',
      'cfg.seats': 3,
      'cfg.a.b': true,
      'stt.edit': true,
    })
  })

  it('contains only the user properties that the manifest lists', async () => {
    const home = simulate({ manifest: { context: ['userLanguage'] } })
    const { context } = await plug(home.connect()).ready()
    expect(context).toEqual({ tenantId: 'tenant-1', userId: 'user-1', userLanguage: 'en' })
  })

  it('contains the defaults of the manifest, overridden by the configuration', async () => {
    const manifest = {
      config: [{ key: 'global', default: 1 }],
      entryPoints: [
        { id: 'a', config: [{ key: 'canteen', default: 'north' }, { key: 'empty' }] },
        { id: 'b', config: [{ key: 'other', default: true }] },
      ],
    }
    const first = await plug(simulate({ manifest, config: { canteen: 'south' } }).connect()).ready()
    const second = await plug(simulate({ manifest, entryPoint: 'b' }).connect()).ready()
    expect(first.config).toEqual({ global: 1, canteen: 'south' })
    expect(second.config).toEqual({ global: 1, other: true })
  })

  it('can be verified with `trust` and with the key document', async () => {
    const home = simulate()
    const token = await plug(home.connect()).getToken()
    const { key, alg } = await home.keyDocument()
    const imported = await crypto.subtle.importKey('jwk', key as JsonWebKey, alg, false, ['verify'])

    expect((await verifyToken(token, { trust: home.trust })).context.userName).toBe('Ada')
    expect((await jwtVerify(token, await importJWK(key, 'RS512'))).payload['ctx.userName']).toBe('Ada')
    expect((await jwtVerify(token, imported)).payload['ctx.userName']).toBe('Ada')
    expect(Object.keys(key).sort()).toEqual(['alg', 'e', 'kty', 'n', 'use'])
  })

  it('has the jku option in its header', async () => {
    const home = simulate({ jku: 'https://keys.haiilo.test/home.jwk.json' })
    expect(decodeProtectedHeader(await plug(home.connect()).getToken()).jku).toBe(
      'https://keys.haiilo.test/home.jwk.json',
    )
  })

  it('is signed with 4096 bits if the option says so', { timeout: 60_000 }, async () => {
    const home = simulate({ modulusLength: 4096 })
    const token = await plug(home.connect(), { timeout: 60_000 }).getToken()
    expect(token.split('.')[2]).toHaveLength(683)
  })

  it('is signed with the same key by all hosts of the process', async () => {
    expect(await simulate().keyDocument()).toEqual(await simulate().keyDocument())
  })
})

describe('a page', () => {
  it('has a unique source id, or the one in the options', () => {
    const home = simulate()
    const sources = [home.connect().source, home.connect().source, home.connect('config', { source: 'mine' }).source]
    expect(new Set(sources).size).toBe(3)
    expect(sources[2]).toBe('mine')
  })

  it('gets an answer with a generated nonce if it sends none', async () => {
    const home = simulate()
    const token = await postRaw(home.connect('plugin', { source: 's' }), { iss: 's', sub: 'init' })
    expect(decodeJwt(token).jti).toMatch(/./)
  })

  it('gets no answer to a malformed message, and the log says why', async () => {
    const home = simulate()
    const { transport, source } = home.connect()
    transport.post({ iss: `${source}-cfg`, sub: 'init', jti: 'n' }, '*')
    await nextLogEntry(home)
    expect(home.log).toMatchObject([
      { id: 1, direction: 'plugin-to-host', verdict: 'refused', view: 'plugin', subject: 'init', nonce: 'n' },
    ])
    expect(home.log[0]?.reason).toContain('iss is for the view “config”')
  })

  it('gets no answer if it posts to another target origin', async () => {
    const home = simulate({ tenant: 'https://acme.haiilo.test' })
    const { transport, source } = home.connect()
    transport.post({ iss: source, sub: 'init', jti: 'n' }, 'https://other.haiilo.test')
    await nextLogEntry(home)
    expect(home.log).toMatchObject([{ verdict: 'refused' }])
  })

  it("gets tokens with the time of the host's clock", async () => {
    const home = simulate({ clock: () => Date.UTC(2001, 0, 1) })
    expect((await plug(home.connect()).ready()).claims['iat']).toBe(Date.UTC(2001, 0, 1) / 1000)
  })

  it('sets the height of the host before the log entry', async () => {
    const home = simulate()
    const host = plug(home.connect())
    await host.ready()
    const heights: unknown[] = []
    home.subscribe(() => heights.push(home.height))
    host.setHeight(321)
    await vi.waitFor(() => expect(heights).toEqual([321]))
    expect(home.log.at(-1)).toMatchObject({ subject: 'setHeight', verdict: 'accepted', payload: { height: 321 } })
  })

  it('does not affect pages of another host', async () => {
    const home = simulate()
    const other = simulate({ user: { userName: 'Grace' } })
    const [ada, grace] = await Promise.all([plug(home.connect()).ready(), plug(other.connect()).ready()])
    expect([ada.context.userName, grace.context.userName]).toEqual(['Ada', 'Grace'])
    expect([home.log.length, other.log.length]).toEqual([2, 2])
  })

  it('gets no answer after the host is closed, and no timer is left', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const home = simulate({ latency: 60_000 })
    const { transport, source } = home.connect()
    await home.keyDocument()
    transport.post({ iss: source, sub: 'init', jti: 'n' }, '*')
    await waitUntil(() => vi.getTimerCount() === 1)
    home.close()
    home.close()
    expect(vi.getTimerCount()).toBe(0)
    expect(home.log).toMatchObject([
      { verdict: 'accepted' },
      { verdict: 'dropped', reason: 'the page was closed first' },
    ])

    transport.post({ iss: source, sub: 'init', jti: 'n' }, '*')
    await new Promise((resolve) => setImmediate(resolve))
    expect(home.log).toHaveLength(2)
  })

  it('gets no answer if it is closed while the answer is signed', async () => {
    const home = simulate()
    const { transport, source } = home.connect()
    transport.post({ iss: source, sub: 'init', jti: 'n' }, '*')
    await nextLogEntry(home)
    home.close()
    await nextLogEntry(home)
    expect(home.log.at(-1)).toMatchObject({ verdict: 'dropped', reason: 'the page was closed first' })
  })
})

describe('a request beyond the documented subjects', () => {
  it('is answered with signed claims of the same subject and nonce', async () => {
    const home = simulate({
      subjects: { openProfile: ({ userId }, { user }) => ({ opened: userId, by: user.userId, jti: 'ignored' }) },
    })
    const host = plug(home.connect())
    const { claims, subject } = await host.request('openProfile', { userId: 'u' })
    expect(subject).toBe('openProfile')
    expect(claims).toMatchObject({ opened: 'u', by: 'user-1', 'ctx.userId': 'user-1' })
    expect(claims['jti']).not.toBe('ignored')
  })

  it('is not answered if its handler returns undefined', async () => {
    const home = simulate({ subjects: { ping: () => undefined } })
    const host = plug(home.connect())
    await host.ready()
    host.send('ping', {})
    await vi.waitFor(() => expect(home.log.at(-1)).toMatchObject({ subject: 'ping', verdict: 'accepted' }))
    // the host would have sent an answer before the one to this later request
    await host.getToken({ fresh: true })
    expect(home.log.filter(({ verdict }) => verdict === 'sent').map(({ subject }) => subject)).toEqual(['init', 'init'])
  })

  it('is logged as refused if its handler throws', async () => {
    const home = simulate({
      subjects: {
        ping: () => {
          throw new Error('out of ink')
        },
      },
    })
    const host = plug(home.connect())
    await host.ready()
    host.send('ping', {})
    await vi.waitFor(() => expect(home.log.at(-1)?.reason).toContain('out of ink'))
  })

  it('is refused if it has no handler', async () => {
    const home = simulate()
    const host = plug(home.connect())
    await host.ready()
    host.send('ping', {})
    await vi.waitFor(() => expect(home.log.at(-1)).toMatchObject({ subject: 'ping', verdict: 'refused' }))
  })
})

describe('a change of user, configuration or edit mode', () => {
  it('takes effect on the next load and notifies onReload listeners', async () => {
    const home = simulate({ manifest: { context: ['userName'], config: [{ key: 'canteen', default: 'north' }] } })
    const before = plug(home.connect())
    const reloads = vi.fn()
    await before.ready()
    const stop = home.onReload(reloads)

    home.setUser({ userName: 'Grace' })
    home.setConfig({ seats: 2 })
    home.setEditing(true)
    expect(reloads).toHaveBeenCalledTimes(3)
    stop()
    home.setEditing(true)
    expect(reloads).toHaveBeenCalledTimes(3)

    const after = await plug(home.connect()).ready()
    expect(after).toMatchObject({
      context: { userId: 'user-1', userName: 'Grace' },
      config: { canteen: 'north', seats: 2 },
      editing: true,
    })
    expect((await verifyToken(await before.getToken({ fresh: true }), { trust: home.trust })).context.userName).toBe(
      'Ada',
    )
  })
})

describe('save', () => {
  const never = (): Promise<boolean> => new Promise(() => undefined)

  function configView(home: SimulatedHost, answer: () => boolean | RawConfig | Promise<boolean>): HaiiloHost {
    const host = plug(home.connect('config'))
    onSave(host, answer)
    return host
  }

  it('stores an object and requests a reload', async () => {
    const home = simulate({ config: { canteen: 'north' } })
    const reloads = vi.fn()
    home.onReload(reloads)
    await configView(home, () => ({ canteen: 'south', nested: { days: [1, 2] } })).ready()
    expect(await home.save()).toEqual({ canteen: 'south', nested: { days: [1, 2] } })
    expect(reloads).toHaveBeenCalledTimes(1)
    expect((await plug(home.connect()).ready()).config).toEqual({ canteen: 'south', nested: { days: [1, 2] } })
  })

  it.each([true, false])('stores nothing for %s', async (answer) => {
    const home = simulate({ config: { canteen: 'north' } })
    const reloads = vi.fn()
    home.onReload(reloads)
    await configView(home, () => answer).ready()
    expect(await home.save()).toBe(answer)
    expect(reloads).not.toHaveBeenCalled()
    expect((await plug(home.connect()).ready()).config).toEqual({ canteen: 'north' })
  })

  it('is signed and contains the user id', async () => {
    const home = simulate()
    const connection = home.connect('config', { source: 's' })
    await postRaw(connection, { iss: 's-cfg', sub: 'init' })
    const nextToken = postRaw(connection, { iss: 's', sub: 'none' })
    const saved = home.save()
    const token = await nextToken
    const { jti, ...claims } = decodeJwt(token)
    await jwtVerify(token, await importJWK((await home.keyDocument()).key, 'RS512'))
    expect(claims).toMatchObject({ sub: 'save', 'ctx.userId': 'user-1' })
    connection.transport.post({ iss: 's-cfg', sub: 'setConfig', jti, data: true }, '*')
    expect(await saved).toBe(true)
  })

  it('accepts one answer, with its own nonce', async () => {
    const home = simulate()
    const connection = home.connect('config', { source: 's' })
    await postRaw(connection, { iss: 's-cfg', sub: 'init' })
    const token = postRaw(connection, { iss: 's', sub: 'none' })
    const saved = home.save()
    const { jti } = decodeJwt(await token)
    const answer = { iss: 's-cfg', sub: 'setConfig', data: { a: 1 } }
    connection.transport.post({ ...answer, jti: 'another' }, '*')
    connection.transport.post({ ...answer, jti }, '*')
    connection.transport.post({ ...answer, jti }, '*')
    expect(await saved).toEqual({ a: 1 })
    const answers = home.log.filter(({ subject }) => subject === 'setConfig')
    expect(answers.map(({ verdict }) => verdict)).toEqual(['refused', 'accepted', 'refused'])
    expect(answers[0]?.reason).toBe('no save is waiting for this answer')
  })

  it('converts the answer to JSON values', async () => {
    const home = simulate()
    await configView(home, () => ({ at: new Date(0), gone: undefined })).ready()
    expect(await home.save()).toEqual({ at: '1970-01-01T00:00:00.000Z' })
  })

  it.each<[string, (home: SimulatedHost) => Promise<boolean | SimulatedConfig>]>([
    [
      'whose handshake is pending',
      (home) => {
        configView(home, () => ({ canteen: 'south' }))
        return home.save()
      },
    ],
    [
      'that has not connected yet',
      (home) => {
        const connection = home.connect('config')
        const saved = home.save()
        onSave(plug(connection), () => ({ canteen: 'south' }))
        return saved
      },
    ],
  ])('waits for the handshake of a view %s', async (_, save) => {
    const home = simulate({ latency: 20 })
    expect(await save(home)).toEqual({ canteen: 'south' })
    expect(home.log.find(({ verdict }) => verdict === 'sent')).toMatchObject({ subject: 'init' })
  })

  it('sends one request while the view still verifies its handshake', async () => {
    const home = simulate()
    const handler = vi.fn(() => true)
    configView(home, handler)
    expect(await home.save()).toBe(true)
    expect(handler).toHaveBeenCalledTimes(1)
    expect(home.log.filter(({ subject }) => subject === 'save')).toHaveLength(1)
  })

  it('prefers a connected view to one that has not connected yet', async () => {
    const home = simulate()
    await configView(home, () => ({ canteen: 'south' })).ready()
    home.connect('config')
    expect(await home.save()).toEqual({ canteen: 'south' })
  })

  it('rejects if the view sends no handshake request within the timeout, and sends no request later', async () => {
    const home = simulate()
    const connection = home.connect('config', { source: 's' })
    await expect(home.save({ timeout: 20 })).rejects.toMatchObject({
      code: 'ERR_SAVE_TIMEOUT',
      message: expect.stringContaining('handshake') as unknown,
    })
    await postRaw(connection, { iss: 's-cfg', sub: 'init' })
    await home.keyDocument()
    expect(home.log.map(({ subject }) => subject)).toEqual(['init', 'init'])
  })

  it('rejects immediately if no configuration view is connected', async () => {
    const home = simulate()
    await plug(home.connect()).ready()
    await expect(home.save()).rejects.toThrow(TypeError)
    const config = configView(home, () => true)
    await config.ready()
    config.close()
    await expect(home.save()).rejects.toThrow('no configuration view is connected')
  })

  it('rejects if the view does not answer within the timeout', async () => {
    const home = simulate()
    await configView(home, never).ready()
    await expect(home.save({ timeout: 20 })).rejects.toMatchObject({ code: 'ERR_SAVE_TIMEOUT' })
  })

  it('rejects if the host is closed', async () => {
    const home = simulate()
    await configView(home, never).ready()
    const saved = home.save()
    home.close()
    await expect(saved).rejects.toMatchObject({ code: 'ERR_CONNECTION_CLOSED' })
  })
})

describe('an unprompted message', () => {
  it('reaches all pages of its view, and no other page', async () => {
    const home = simulate()
    const pages = { first: plug(home.connect()), config: plug(home.connect('config')), second: plug(home.connect()) }
    const received = vi.fn<(...values: unknown[]) => void>()
    for (const [name, page] of Object.entries(pages))
      page.on('edit', ({ claims }) => received(name, claims['stt.edit']))
    await Promise.all(Object.values(pages).map((page) => page.ready()))
    home.send('edit', { 'stt.edit': true })
    await vi.waitFor(() => expect(received).toHaveBeenCalledTimes(2))
    expect(received.mock.calls).toEqual([
      ['first', true],
      ['second', true],
    ])
  })
})

describe('the log', () => {
  it('contains both directions without signatures, and is a new array after every entry', async () => {
    const home = simulate()
    const empty = home.log
    const grown = vi.fn()
    const stop = home.subscribe(grown)
    const { token } = await plug(home.connect()).ready()
    expect(empty).toEqual([])
    expect(home.log).not.toBe(empty)
    expect(home.log).toBe(home.log)
    expect(Object.isFrozen(home.log)).toBe(true)
    expect(grown).toHaveBeenCalledTimes(2)
    expect(home.log).toMatchObject([
      { id: 1, direction: 'plugin-to-host', subject: 'init', verdict: 'accepted' },
      { id: 2, direction: 'host-to-plugin', subject: 'init', verdict: 'sent', claims: { 'ctx.userName': 'Ada' } },
    ])
    expect(home.log[0]?.nonce).toBe(home.log[1]?.nonce)
    expect(JSON.stringify(home.log)).not.toContain(String(token.split('.')[2]))
    stop()
  })

  it('keeps the last 1,000 messages', async () => {
    const home = simulate()
    const { transport } = home.connect()
    for (let message = 0; message < 1_005; message += 1) transport.post({ message }, '*')
    await vi.waitFor(() => expect(home.log.at(-1)?.id).toBe(1_005))
    expect(home.log).toHaveLength(1_000)
  })
})

describe('latency', () => {
  it('delays every answer and can be changed', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const home = simulate({ latency: 2_000 })
    await home.keyDocument()
    const host = plug(home.connect())
    const ready = host.ready()
    // the timeout of the handshake, the import of the keys, and the delay of the host
    await waitUntil(() => vi.getTimerCount() === 3)
    await vi.advanceTimersByTimeAsync(1_999)
    expect(home.log).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    await ready
    home.setLatency(0)
    await plug(home.connect()).ready()
  })
})

describe('an invalid option', () => {
  it.each([
    ['a tenant that is not a URL', { tenant: 'acme' }],
    ['a tenant on plain http', { tenant: 'http://acme.haiilo.test' }],
    ['a tenant with an ftp URL', { tenant: { url: 'ftp://acme.haiilo.test' } }],
    ['an entry point that is not in the manifest', { manifest: { entryPoints: [{ id: 'a' }] }, entryPoint: 'b' }],
    ['an unknown fault', { fault: 'gremlins' as 'silent' }],
  ])('throws a TypeError: %s', (_, options) => {
    expect(() => createSimulatedHost(options)).toThrow(TypeError)
  })

  it('throws a TypeError in setFault, too', () => {
    expect(() => simulate().setFault('gremlins' as 'silent')).toThrow('Use one of unsigned, wrong-key')
  })
})

describe('the tenant', () => {
  it('has a default origin in Node and can be on localhost', () => {
    expect(simulate().issuer).toBe('https://home.haiilo.test')
    expect(simulate({ tenant: { id: 'only-an-id' } }).issuer).toBe('https://home.haiilo.test')
    expect(simulate({ tenant: 'http://127.0.0.1:4210/path' }).issuer).toBe('http://127.0.0.1:4210')
  })
})
