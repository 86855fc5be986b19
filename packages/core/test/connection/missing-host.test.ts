import { createTokenFactory, nextTask, scriptHost } from '@haiilo-kit/test-kit'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Scene } from '../scene.js'
import { CONNECTING, createHaiiloHost, HaiiloError, memoryTransport, type HostTransport } from '../../src/index.js'

const tenant = await createTokenFactory()

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
  return () => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  }
})

describe('on a server', () => {
  it.each<[string, (host: ReturnType<typeof createHaiiloHost>) => Promise<unknown>]>([
    ['ready', (host) => host.ready()],
    ['getToken', (host) => host.getToken()],
    ['getToken, fresh,', (host) => host.getToken({ fresh: true })],
    ['request', (host) => host.request('profile')],
  ])('%s rejects immediately with ERR_NO_WINDOW, and the snapshot stays `connecting`', async (_, call) => {
    const host = createHaiiloHost()
    const outcome = call(host).catch((error: unknown) => error)
    expect(await Promise.race([outcome, nextTask().then(() => 'still waiting')])).toMatchObject({
      code: 'ERR_NO_WINDOW',
    })
    expect(host.getSnapshot()).toBe(CONNECTING)
  })

  it('all other functions do nothing and leave no listener or timer', async () => {
    const unhandled = vi.fn()
    process.on('unhandledRejection', unhandled)
    onTestFinished(() => void process.off('unhandledRejection', unhandled))
    const host = createHaiiloHost({ source: 'source-1', view: 'config' })
    const listener = vi.fn()
    const stops = [host.subscribe(listener), host.on('save', () => undefined)]
    host.setHeight(100)
    host.send('openProfile')
    host.retry()
    void host.ready()
    for (const stop of stops) stop()
    await nextTask()
    await nextTask()
    expect(host.getSnapshot()).toBe(CONNECTING)
    expect(listener).not.toHaveBeenCalled()
    expect(unhandled).not.toHaveBeenCalled()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('close() closes the host and rejects ready()', async () => {
    const host = createHaiiloHost()
    host.close()
    expect(host.getSnapshot().status).toBe('closed')
    await expect(host.ready()).rejects.toHaveProperty('code', 'ERR_CONNECTION_CLOSED')
  })

  it('a host connects with its own transport', async () => {
    const home = scriptHost({ tenant })
    const host = createHaiiloHost(home.options)
    onTestFinished(host.close)
    expect((await host.ready()).status).toBe('ready')
  })
})

describe('fails immediately:', () => {
  it.each([{ source: '' }, {}])('a page without a source id: %j', async (source) => {
    const { options, ...home } = scriptHost({ tenant })
    const host = createHaiiloHost({ trust: options.trust, transport: options.transport, ...source })
    await expect(host.ready()).rejects.toMatchObject({ code: 'ERR_SOURCE_MISSING' })
    expect(host.getSnapshot().status).toBe('failed')
    await nextTask()
    expect(home.sent).toEqual([])
    expect(home.listening()).toBe(0)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('a page without a host', async () => {
    const error = new HaiiloError('ERR_NOT_EMBEDDED', 'There is no host.')
    const host = createHaiiloHost({ source: 'source-1', transport: refusing(error) })
    await expect(host.ready()).rejects.toBe(error)
    expect(host.getSnapshot()).toEqual({ status: 'failed', error })
    expect(vi.getTimerCount()).toBe(0)
  })

  it('a detached frame, which is closed instead of failed', async () => {
    const host = createHaiiloHost({
      source: 'source-1',
      transport: refusing(new HaiiloError('ERR_CONNECTION_CLOSED', 'It is gone.')),
    })
    await expect(host.ready()).rejects.toHaveProperty('code', 'ERR_CONNECTION_CLOSED')
    expect(host.getSnapshot()).toEqual({ status: 'closed' })
  })

  it.each([{ crypto: undefined }, { crypto: {} }])(
    'a page without Web Crypto, before all other checks, %j',
    async ({ crypto }) => {
      vi.stubGlobal('crypto', crypto)
      const transport = refusing(new HaiiloError('ERR_NOT_EMBEDDED', 'There is no host.'))
      const listen = vi.spyOn(transport, 'listen')
      const host = createHaiiloHost({ transport })
      await expect(host.ready()).rejects.toHaveProperty('code', 'ERR_INSECURE_CONTEXT')
      expect(host.getSnapshot().context).toBeUndefined()
      expect(listen).not.toHaveBeenCalled()
    },
  )
})

describe('a frame that is detached while it is connected', () => {
  async function takenOut(): Promise<Scene> {
    const home = scriptHost({ tenant })
    let there = true
    const transport: HostTransport = {
      ...home.options.transport,
      post(message, targetOrigin) {
        if (!there) throw new HaiiloError('ERR_CONNECTION_CLOSED', 'It is gone.')
        home.options.transport.post(message, targetOrigin)
      },
    }
    const host = createHaiiloHost({ ...home.options, transport })
    await host.ready()
    there = false
    return { home, host }
  }

  it('closes the connection at the next message, and throws', async () => {
    const { home, host } = await takenOut()
    expect(() => host.send('openProfile')).toThrow(expect.objectContaining({ code: 'ERR_CONNECTION_CLOSED' }) as Error)
    expect(host.getSnapshot()).toEqual({ status: 'closed' })
    expect(home.listening()).toBe(0)
    await expect(host.getToken()).rejects.toHaveProperty('code', 'ERR_CONNECTION_CLOSED')
  })

  it.each<[string, (host: ReturnType<typeof createHaiiloHost>) => Promise<unknown>]>([
    ['request', (host) => host.request('profile')],
    ['getToken', (host) => host.getToken({ fresh: true })],
  ])('rejects a %s', async (_, ask) => {
    const { host } = await takenOut()
    await expect(ask(host)).rejects.toHaveProperty('code', 'ERR_CONNECTION_CLOSED')
    expect(host.getSnapshot()).toEqual({ status: 'closed' })
    await nextTask()
    expect(vi.getTimerCount()).toBe(0)
  })
})

/** A transport without a host. */
function refusing(error: HaiiloError): HostTransport {
  return {
    ...memoryTransport().plugin,
    listen() {
      throw error
    },
  }
}
