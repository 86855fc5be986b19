import { runInNewContext } from 'node:vm'
import { createSimulatedHost, type SimulatedHost, type SimulatedHostOptions } from '@haiilo-kit/simulator'
import { nextTask } from '@haiilo-kit/test-kit'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createHaiiloHost } from '../connection/create-haiilo-host.js'
import type { HaiiloHost, PluginView } from '../connection/haiilo-host.js'
import type { HaiiloError } from '../errors.js'
import type { SaveRequest } from './respond-to-save.js'
import { onSave } from './on-save.js'

interface Scene {
  readonly home: SimulatedHost
  readonly host: HaiiloHost
  readonly warnings: readonly HaiiloError[]
}

async function open(options?: SimulatedHostOptions, view: PluginView = 'config'): Promise<Scene> {
  const warnings: HaiiloError[] = []
  const home = createSimulatedHost(options)
  const host = createHaiiloHost({ ...home.connect(view), onWarning: (error) => warnings.push(error) })
  onTestFinished(() => {
    host.close()
    home.close()
  })
  await host.ready()
  return { home, host, warnings }
}

/** The responses to saves that the host got. */
function answers(home: SimulatedHost): unknown[] {
  return home.log
    .filter(({ subject }) => subject === 'setConfig')
    .map(({ payload }) => (payload as { data: unknown }).data)
}

function codes(warnings: readonly HaiiloError[]): string[] {
  return warnings.map(({ code }) => code)
}

/** A handler that never settles, and its first request. */
function neverAnswers(): { handler: (request: SaveRequest) => Promise<never>; called: Promise<SaveRequest> } {
  const { promise: called, resolve } = Promise.withResolvers<SaveRequest>()
  return {
    called,
    handler(request) {
      resolve(request)
      return new Promise(() => undefined)
    },
  }
}

describe('one handler', () => {
  const saved: [name: string, answer: unknown, stored: unknown][] = [
    ['true', true, true],
    ['false', false, false],
    ['an object', { canteen: 'north' }, { canteen: 'north' }],
    ['a promise of an object', Promise.resolve({ canteen: 'north' }), { canteen: 'north' }],
    ['an empty object', {}, {}],
    ['an object without a prototype', Object.assign(Object.create(null), { open: true }), { open: true }],
    ['an object of another realm', runInNewContext('({ open: true })'), { open: true }],
  ]
  it.each(saved)('sends %s unchanged', async (_, answer, stored) => {
    const { home, host, warnings } = await open()
    onSave(host, () => answer as object)
    expect(await home.save()).toEqual(stored)
    expect(warnings).toEqual([])
  })

  const mistakes: [name: string, answer: () => unknown][] = [
    ['nothing', () => undefined],
    ['null', () => null],
    ['a number', () => 1],
    ['a text', () => 'saved'],
    ['a list', () => [{ canteen: 'north' }]],
    ['a function', () => () => true],
    ['a date', () => new Date()],
    ['a map', () => new Map([['canteen', 'north']])],
    [
      'an object of a class',
      () =>
        new (class Config {
          readonly canteen = 'north'
        })(),
    ],
    ['a throw', () => { throw new Error('no menu') }], // prettier-ignore
    ['a rejection', () => Promise.reject(new Error('no menu'))],
    ['an object that throws when it is read', () => Object.defineProperty({}, 'canteen', { enumerable: true, get() { throw new Error('no menu') } })], // prettier-ignore
  ]
  it.each(mistakes)('sends false for %s, and warns', async (_, answer) => {
    const { home, host, warnings } = await open()
    onSave(host, answer as () => boolean)
    expect(await home.save()).toBe(false)
    expect(codes(warnings)).toEqual(['ERR_SAVE_FAILED'])
    expect(String(warnings[0]?.cause)).toMatch(/must return true, false or a plain object|no menu/)
  })

  it('sends false for a value that cannot be posted, and names its path', async () => {
    const { home, host, warnings } = await open()
    onSave(host, () => ({ menu: { print: () => undefined } }))
    expect(await home.save()).toBe(false)
    expect(codes(warnings)).toEqual(['ERR_PAYLOAD_NOT_CLONEABLE'])
    expect(warnings[0]?.message).toContain('data.menu.print')
    expect(answers(home)).toEqual([false])
  })

  it('warns if nothing can be sent', async () => {
    const warnings: HaiiloError[] = []
    const home = createSimulatedHost()
    const connection = home.connect('config')
    const post = vi.spyOn(connection.transport, 'post')
    const host = createHaiiloHost({ ...connection, onWarning: (error) => warnings.push(error) })
    onTestFinished(host.close)
    await host.ready()
    onSave(host, () => true)
    const failure = new Error('the channel is gone')
    post.mockImplementation(() => {
      throw failure
    })
    const saving = home.save().catch(() => 'left')
    await vi.waitUntil(() => warnings.length)
    expect(warnings.map(({ code, cause }) => [code, cause])).toEqual([['ERR_SAVE_FAILED', failure]])
    home.close()
    await saving
  })

  it('passes the verified message and a signal to the handler', async () => {
    const { home, host } = await open({ user: { userId: 'ada' } })
    const requests: SaveRequest[] = []
    onSave(host, (request) => requests.push(request) > 0)
    await home.save()
    expect(requests[0]?.message).toMatchObject({ subject: 'save', claims: { 'ctx.userId': 'ada' } })
    expect(requests[0]?.signal.aborted).toBe(false)
  })

  it.each([
    ['true', true, true],
    ['an object', { canteen: 'north' }, true],
    ['false', false, false],
    ['an invalid answer', undefined, false],
    ['an object that cannot be posted', { print: () => undefined }, false],
  ])('reports to the handler whether %s was saved', async (_, answer, isSaved) => {
    const { home, host } = await open()
    const outcomes: Promise<boolean>[] = []
    onSave(host, ({ answered }) => {
      outcomes.push(answered)
      return answer as boolean
    })
    await home.save()
    expect(await Promise.all(outcomes)).toEqual([isSaved])
  })

  it('does not abort the signal after the response, even for a newer save', async () => {
    const { home, host } = await open()
    const signals: AbortSignal[] = []
    onSave(host, ({ signal }) => signals.push(signal) > 0)
    await home.save()
    await home.save()
    host.close()
    expect(signals.map(({ aborted }) => aborted)).toEqual([false, false])
  })

  it('throws in a plug-in view', async () => {
    const { host } = await open({}, 'plugin')
    expect(() => onSave(host, () => true)).toThrow(TypeError)
  })
})

describe('several handlers', () => {
  it.each([
    ['objects together', [{ a: 1 }, { b: 2 }], { a: 1, b: 2 }],
    ['an object beside true', [true, { b: 2 }], { b: 2 }],
    ['true', [true, true], true],
    ['false if one refuses', [{ a: 1 }, false], false],
  ])('send %s', async (_, given, stored) => {
    const { home, host } = await open()
    for (const answer of given) onSave(host, () => answer)
    expect(await home.save()).toEqual(stored)
  })

  it.each<[name: string, other: () => unknown]>([
    ['refuses', () => false],
    ['refuses later', () => nextTask().then(() => false)],
    ['throws', () => Promise.reject(new Error('no menu'))],
    ['returns the same key', () => ({ a: 2 })],
  ])('are notified that nothing was saved if another one %s', async (_, other) => {
    const { home, host } = await open()
    const outcomes: Promise<boolean>[] = []
    onSave(host, ({ answered }) => {
      outcomes.push(answered)
      return { a: 1 }
    })
    onSave(host, other as () => boolean)
    expect(await home.save()).toBe(false)
    expect(await Promise.all(outcomes)).toEqual([false])
  })

  it('all run, even after one returned false or threw', async () => {
    const { home, host, warnings } = await open()
    const ran: number[] = []
    onSave(host, () => ran.push(1) < 0)
    onSave(host, () => {
      ran.push(2)
      throw new Error('no menu')
    })
    onSave(host, () => ran.push(3) > 0)
    expect(await home.save()).toBe(false)
    expect(ran).toEqual([1, 2, 3])
    expect(codes(warnings)).toEqual(['ERR_SAVE_FAILED'])
  })

  it('send false if two return the same key, even with the same value', async () => {
    const { home, host, warnings } = await open()
    onSave(host, () => ({ a: 1, canteen: 'north' }))
    onSave(host, () => ({ canteen: 'north' }))
    expect(await home.save()).toBe(false)
    expect(codes(warnings)).toEqual(['ERR_SAVE_CONFLICT'])
    expect(warnings[0]?.message).toContain('"canteen"')
  })

  it('can return keys such as `__proto__` and `toString`', async () => {
    const { home, host } = await open()
    onSave(host, () => JSON.parse('{ "__proto__": { "polluted": true }, "toString": 1 }') as object)
    onSave(host, () => ({ constructor: 2 }))
    const stored = await home.save()
    expect(Object.entries(stored)).toEqual([
      ['__proto__', { polluted: true }],
      ['toString', 1],
      ['constructor', 2],
    ])
    expect(Object.getPrototypeOf(stored)).toBe(Object.prototype)
    expect('polluted' in {}).toBe(false)
  })

  it('are registered separately, even if they are the same function', async () => {
    const { home, host } = await open()
    const handler = vi.fn(() => true)
    const stop = onSave(host, handler)
    onSave(host, handler)
    stop()
    stop()
    expect(await home.save()).toBe(true)
    expect(handler).toHaveBeenCalledTimes(1)
  })

  it('leave the response to the connection after the last one is removed, and can be registered again', async () => {
    const { home, host, warnings } = await open()
    onSave(host, () => true)()
    expect(await home.save()).toBe(false)
    expect(codes(warnings)).toEqual(['ERR_SAVE_UNHANDLED'])
    onSave(host, () => ({ back: true }))
    expect(await home.save()).toEqual({ back: true })
  })

  it('of two hosts in one page are independent', async () => {
    const [one, other] = [await open(), await open()]
    onSave(one.host, () => ({ one: 1 }))
    onSave(other.host, () => ({ other: 2 }))
    expect(await one.home.save()).toEqual({ one: 1 })
    expect(await other.home.save()).toEqual({ other: 2 })
  })
})

describe('a slow save', () => {
  it('gets the response false after the timeout, which aborts the signal', async () => {
    const { home, host, warnings } = await open()
    const { handler, called } = neverAnswers()
    onSave(host, handler, { timeout: 1 })
    expect(await home.save()).toBe(false)
    expect(codes(warnings)).toEqual(['ERR_SAVE_TIMEOUT'])
    const request = await called
    expect(await request.answered).toBe(false)
    expect(request.signal).toMatchObject({ aborted: true, reason: warnings[0] })
  })

  it('has a timeout of 30 seconds, or the option `timeout`', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const { home, host } = await open()
    const { handler, called } = neverAnswers()
    onSave(host, handler)
    onSave(host, () => true, { timeout: 1000 })
    const saving = home.save({ timeout: 60_000 })
    await called
    await nextTask()
    vi.advanceTimersByTime(29_999)
    await nextTask()
    expect(answers(home)).toEqual([])
    vi.advanceTimersByTime(1)
    expect(await saving).toBe(false)
    expect(vi.getTimerCount()).toBe(0)
  })

  it.each([Infinity, 2 ** 40])('can have a timeout of %d ms', async (timeout) => {
    const { home, host } = await open()
    onSave(host, () => new Promise((resolve) => setTimeout(() => resolve(true), 5)), { timeout })
    expect(await home.save()).toBe(true)
  })

  it('is aborted by a newer save and gets the response false; the newer save gets its own response', async () => {
    const { home, host, warnings } = await open()
    const requests: SaveRequest[] = []
    onSave(host, (request) => {
      const turn = requests.push(request)
      return turn === 1 ? new Promise((_, reject) => request.signal.addEventListener('abort', reject)) : { turn }
    })
    const first = home.save()
    await vi.waitUntil(() => requests.length)
    const second = home.save()
    expect(await first).toBe(false)
    expect(await second).toEqual({ turn: 2 })
    expect(requests.map(({ signal }) => signal.aborted)).toEqual([true, false])
    expect(answers(home)).toEqual([false, { turn: 2 }])
    expect(warnings).toEqual([])
  })

  it('gets no response after a newer save if it has no nonce', async () => {
    let now = 1_700_000_000_000
    const { home, host } = await open({ fault: 'no-jti', clock: () => now })
    const { handler, called } = neverAnswers()
    const stop = onSave(host, handler)
    const first = home.save()
    const { signal } = await called
    stop()
    onSave(host, () => ({ turn: 2 }))
    // in the same second, the message would be identical and refused as a replay
    now += 1000
    const second = home.save().catch(() => 'unanswered')
    // such a host takes any response for the one that it waits for
    expect(await first).toEqual({ turn: 2 })
    expect(signal.aborted).toBe(true)
    expect(answers(home)).toEqual([{ turn: 2 }])
    home.close()
    expect(await second).toBe('unanswered')
  })

  it('ends with the connection: the signal aborts, no timer is left, and nothing is sent, even after retry()', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const { home, host, warnings } = await open()
    const { handler, called } = neverAnswers()
    const stop = onSave(host, handler)
    const saving = home.save().catch(() => 'left')
    const request = await called
    host.close()
    expect(request.signal.aborted).toBe(true)
    expect(await request.answered).toBe(false)
    home.close()
    await saving
    expect(vi.getTimerCount()).toBe(0)
    stop()
    host.retry()
    await nextTask()
    expect(answers(home)).toEqual([])
    expect(warnings).toEqual([])
  })
})

it('responds again after close() and retry()', async () => {
  const { home, host } = await open()
  onSave(host, () => true)
  host.close()
  host.retry()
  await host.ready()
  expect(await home.save()).toBe(true)
})

it('listens to the host only while there is a handler, and to its state only during a save', async () => {
  const { home, host } = await open()
  let listeners = 0
  const counted = (stop: () => void): (() => void) => {
    listeners += 1
    return () => {
      listeners -= 1
      stop()
    }
  }
  const watched: HaiiloHost = {
    ...host,
    subscribe: (listener) => counted(host.subscribe(listener)),
    on: (subject, handler) => counted(host.on(subject, handler)),
  }
  const seen: number[] = []
  const stop = onSave(watched, () => seen.push(listeners) > 0)
  await home.save()
  expect([...seen, listeners]).toEqual([2, 1])
  stop()
  expect(listeners).toBe(0)
})
