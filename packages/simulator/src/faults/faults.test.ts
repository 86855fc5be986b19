import {
  createHaiiloHost,
  onSave,
  isHaiiloError,
  type HaiiloErrorCode,
  type HaiiloHost,
  type WireEntry,
} from '@haiilo-kit/core'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { waitUntil } from '../../test/wait-until.js'
import { createSimulatedHost } from '../host/create-simulated-host.js'
import { describeFault, simulatedFaults, type SimulatedFault } from './faults.js'
import type { SimulatedHost } from '../host/simulated-host.js'

const IN_TIME: SimulatedFault[] = [
  'duplicate',
  'junk-flood',
  'replayed-save',
  'refuses-save',
  'answers-once',
  'other-user',
  'no-jti',
]
const REFUSED: Partial<Record<SimulatedFault, HaiiloErrorCode>> = {
  unsigned: 'ERR_TOKEN_ALGORITHM',
  'wrong-key': 'ERR_TOKEN_SIGNATURE',
  tampered: 'ERR_TOKEN_SIGNATURE',
  expired: 'ERR_TOKEN_EXPIRED',
  'not-yet-valid': 'ERR_TOKEN_NOT_YET_VALID',
  'wrong-subject': 'ERR_TOKEN_SUBJECT',
  'foreign-issuer': 'ERR_TOKEN_ISSUER',
  'foreign-origin': 'ERR_TOKEN_ORIGIN',
  'untrusted-jku': 'ERR_TOKEN_KEY_UNTRUSTED',
  'key-server-down': 'ERR_KEYS_UNAVAILABLE',
  'respelled-signature': 'ERR_TOKEN_MALFORMED',
}
const IGNORED: SimulatedFault[] = ['wrong-nonce', 'silent', 'stale-early']
const DELAYED: SimulatedFault[] = ['slow', 'late']

/** The timeout of the handshake, the import of the keys, and the delay of the host. */
const TIMERS = 3

let home: SimulatedHost
let host: HaiiloHost
let wire: WireEntry[]

beforeAll(async () => {
  await createSimulatedHost().keyDocument()
})

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})

afterEach(() => {
  host.close()
  home.close()
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
})

function load(fault: SimulatedFault, view: 'plugin' | 'config' = 'plugin'): void {
  home = createSimulatedHost({ fault })
  wire = []
  host = createHaiiloHost({ ...home.connect(view), onWire: (entry) => wire.push(entry), onWarning: () => undefined })
}

async function outcome(promise: Promise<unknown>): Promise<string> {
  try {
    await promise
    return 'success'
  } catch (error) {
    return isHaiiloError(error) ? error.code : String(error)
  }
}

/** Whether the plug-in ignored or refused a message of the host for this reason. */
function hasRejected(reason: WireEntry['reason']): boolean {
  return wire.some((entry) => entry.direction === 'in' && entry.reason === reason)
}

describe('a handshake under a fault', () => {
  it.each(IN_TIME)('succeeds under %s', async (fault) => {
    load(fault)
    expect(await outcome(host.ready())).toBe('success')
    expect(host.getSnapshot().context?.userName).toBe('Ada')
  })

  it.each(Object.entries(REFUSED) as [SimulatedFault, HaiiloErrorCode][])(
    'fails under %s with %s',
    async (fault, code) => {
      load(fault)
      expect(await outcome(host.ready())).toBe(code)
      expect(home.log.at(-1)).toMatchObject({ direction: 'host-to-plugin', verdict: 'sent', reason: fault })
    },
  )

  it.each(IGNORED)('times out under %s', async (fault) => {
    load(fault)
    const ready = outcome(host.ready())
    await waitUntil(() => (fault === 'silent' ? home.log.at(-1)?.verdict === 'dropped' : hasRejected('not-awaited')))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await ready).toBe('ERR_HANDSHAKE_TIMEOUT')
  })

  it('succeeds under slow, after 4 seconds', async () => {
    load('slow')
    const ready = outcome(host.ready())
    await waitUntil(() => vi.getTimerCount() === TIMERS)
    await vi.advanceTimersByTimeAsync(3_999)
    expect(host.getSnapshot().status).toBe('connecting')
    await vi.advanceTimersByTimeAsync(1)
    expect(await ready).toBe('success')
  })

  it('times out under late, and ignores the late answer', async () => {
    load('late')
    const ready = outcome(host.ready())
    await waitUntil(() => vi.getTimerCount() === TIMERS)
    await vi.advanceTimersByTimeAsync(12_000)
    expect(await ready).toBe('ERR_HANDSHAKE_TIMEOUT')
    expect(home.log.at(-1)).toMatchObject({ verdict: 'sent', reason: 'late' })
    expect(host.getSnapshot().status).toBe('failed')
  })

  it('succeeds after hundreds of messages of many types under junk-flood, all of them ignored', async () => {
    load('junk-flood')
    await host.ready()
    const reasons = wire.filter(({ verdict }) => verdict === 'ignored').map(({ reason }) => reason)
    expect(reasons.length).toBeGreaterThan(300)
    expect([...new Set(reasons)].sort()).toEqual(['not-a-string', 'not-a-token', 'not-awaited', 'too-long'])
    expect(home.log.find(({ subject }) => subject === undefined)?.reason).toBe(
      `${reasons.length} messages that are not answers`,
    )
  })

  it('is answered twice under duplicate, and the log marks the second answer', async () => {
    load('duplicate')
    await host.ready()
    const sent = home.log.filter(({ verdict }) => verdict === 'sent')
    expect(sent.map(({ reason }) => reason)).toEqual([undefined, 'duplicate'])
    expect(sent[0]?.claims).toEqual(sent[1]?.claims)
  })

  it('is tested under every fault', () => {
    expect([...IN_TIME, ...Object.keys(REFUSED), ...IGNORED, ...DELAYED].sort()).toEqual([...simulatedFaults].sort())
  })

  it('fails with the code in the description of the fault', () => {
    for (const [fault, code] of Object.entries(REFUSED) as [SimulatedFault, HaiiloErrorCode][]) {
      expect(describeFault(fault).reaction).toContain(code)
      expect(describeFault(fault).does).not.toBe('')
    }
  })
})

describe('a second handshake', () => {
  it('fails only the token request under answers-once', async () => {
    load('answers-once')
    await host.ready()
    const token = outcome(host.getToken({ fresh: true }))
    await waitUntil(() => home.log.at(-1)?.verdict === 'dropped')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await token).toBe('ERR_REQUEST_TIMEOUT')
    expect(host.getSnapshot().status).toBe('ready')
  })

  it('fails the connection under other-user', async () => {
    load('other-user')
    await host.ready()
    expect(await outcome(host.getToken({ fresh: true }))).toBe('ERR_IDENTITY_CHANGED')
    expect(host.getSnapshot().status).toBe('failed')
  })

  it.each(['wrong-key', 'expired', 'key-server-down'] as const)(
    'fails only the token request under %s',
    async (fault) => {
      load('duplicate')
      await host.ready()
      home.setFault(fault)
      expect(await outcome(host.getToken({ fresh: true }))).toBe(REFUSED[fault])
      expect(host.getSnapshot().status).toBe('ready')
    },
  )
})

describe('save under a fault', () => {
  it.each([
    ['replayed-save', 'ERR_TOKEN_REPLAYED'],
    ['respelled-signature', 'ERR_TOKEN_MALFORMED'],
  ] as const)('is answered once under %s, and its copy is refused with %s', async (fault, reason) => {
    load('duplicate', 'config')
    const handler = vi.fn(() => ({ canteen: 'south' }))
    onSave(host, handler)
    await host.ready()
    home.setFault(fault)
    expect(await home.save()).toEqual({ canteen: 'south' })
    await waitUntil(() => wire.some((entry) => entry.verdict === 'refused'))
    expect(wire.findLast((entry) => entry.verdict === 'refused')).toMatchObject({ subject: 'save', reason })
    expect(handler).toHaveBeenCalledTimes(1)
  })

  it('has no nonce under no-jti', async () => {
    load('no-jti', 'config')
    onSave(host, () => true)
    await host.ready()
    expect(await home.save()).toBe(true)
    const save = home.log.find(({ subject }) => subject === 'save')
    expect(save?.claims).toHaveProperty('ctx.userId')
    expect(save?.nonce).toBeUndefined()
  })

  it('is not stored under refuses-save', async () => {
    load('refuses-save', 'config')
    onSave(host, () => ({ canteen: 'south' }))
    await host.ready()
    expect(await home.save()).toBe(false)
    expect(home.log.at(-1)).toMatchObject({ subject: 'setConfig', verdict: 'refused', reason: 'refuses-save' })
    const next = createHaiiloHost(home.connect())
    expect((await next.ready()).config).toEqual({})
    next.close()
  })

  it.each([
    ['wrong-key', 'ERR_TOKEN_SIGNATURE'],
    ['expired', 'ERR_TOKEN_EXPIRED'],
    ['foreign-origin', 'other-origin'],
    ['unsigned', 'ERR_TOKEN_ALGORITHM'],
  ] as const)('is not answered under %s: %s', async (fault, reason) => {
    load('duplicate', 'config')
    const handler = vi.fn(() => true)
    onSave(host, handler)
    await host.ready()
    home.setFault(fault)
    const saved = outcome(home.save())
    await waitUntil(() => hasRejected(reason))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await saved).toBe('ERR_SAVE_TIMEOUT')
    expect(handler).not.toHaveBeenCalled()
  })
})
