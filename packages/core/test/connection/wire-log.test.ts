import { createTokenFactory, nextTask, scriptHost } from '@haiilo-kit/test-kit'
import { expect, it, onTestFinished, vi } from 'vitest'
import { createHaiiloHost } from '../../src/index.js'

const NOW = 1_700_000_000_000
const clock = (): number => NOW
const tenant = await createTokenFactory({ clock })
const stranger = await createTokenFactory({ clock })

it('reports the verdict of each message', async () => {
  const home = scriptHost({ tenant, clock })
  const host = createHaiiloHost(home.options)
  onTestFinished(host.close)
  host.on('ping', () => undefined)
  await host.ready()
  host.send('openProfile', { userId: 'user-2' })
  const ping = await tenant.sign({ sub: 'ping', jti: 'ping-1', 'ping.count': 3 })
  const forged = await stranger.sign({ sub: 'ping', jti: 'ping-2' })
  home.post(ping)
  await home.seen({ subject: 'ping' })
  home.post(forged)
  await home.seen({ subject: 'ping' })
  home.post('junk')
  home.post({ junk: 1 })
  home.post(ping, { origin: 'https://evil.example.com' })
  await nextTask()
  const nonces = home.sent.map(({ nonce }) => nonce)
  expect(home.wire).toEqual([
    {
      direction: 'out',
      verdict: 'sent',
      subject: 'init',
      nonce: nonces[0],
      payload: {},
      type: 'object',
      size: 0,
      at: NOW,
    },
    {
      direction: 'in',
      verdict: 'accepted',
      subject: 'init',
      nonce: nonces[0],
      payload: host.getSnapshot().claims,
      type: 'string',
      size: host.getSnapshot().token?.length,
      at: NOW,
    },
    {
      direction: 'out',
      verdict: 'sent',
      subject: 'openProfile',
      nonce: nonces[1],
      payload: { userId: 'user-2' },
      type: 'object',
      size: 0,
      at: NOW,
    },
    {
      direction: 'in',
      verdict: 'accepted',
      subject: 'ping',
      nonce: 'ping-1',
      payload: expect.objectContaining({ 'ping.count': 3 }) as object,
      type: 'string',
      size: ping.length,
      at: NOW,
    },
    {
      direction: 'in',
      verdict: 'refused',
      reason: 'ERR_TOKEN_SIGNATURE',
      subject: 'ping',
      type: 'string',
      size: forged.length,
      at: NOW,
    },
    { direction: 'in', verdict: 'ignored', reason: 'not-a-token', type: 'string', size: 4, at: NOW },
    { direction: 'in', verdict: 'ignored', reason: 'not-a-string', type: 'object', size: 0, at: NOW },
    { direction: 'in', verdict: 'ignored', reason: 'other-origin', type: 'string', size: ping.length, at: NOW },
  ])
})

it('contains no signature, no source id and no unverified data', async () => {
  const home = scriptHost({ tenant, clock, answer: () => undefined })
  const host = createHaiiloHost({ ...home.options, source: 'secret-source' })
  onTestFinished(host.close)
  host.on('ping', () => undefined)
  const { nonce } = await home.next('init')
  const tokens = [
    await tenant.sign({ jti: nonce }),
    await tenant.sign({ sub: 'ping', jti: 'ping-1' }),
    await stranger.sign({ sub: 'ping', jti: 'ping-2', 'ctx.userName': 'Unverified' }),
  ]
  home.post(tokens[0])
  await host.ready()
  host.send('openProfile', { userId: 'user-2' })
  home.post(tokens[1])
  home.post(tokens[2])
  await home.seen({ verdict: 'refused' })
  await nextTask()
  const told = JSON.stringify(home.wire)
  for (const token of tokens) {
    expect(told).not.toContain(token)
    expect(told).not.toContain(token.split('.')[2])
  }
  expect(told).not.toContain('secret-source')
  expect(told).not.toContain('Unverified')
})

it.each<[string, unknown, type: string, size: number]>([
  ['text', 'password: hunter2', 'string', 17],
  ['an object', { password: 'hunter2' }, 'object', 0],
  ['a number', 42, 'number', 0],
])('reports only type and size of messages from other windows: %s', async (_, data, type, size) => {
  const home = scriptHost({ tenant, clock })
  const host = createHaiiloHost(home.options)
  onTestFinished(host.close)
  await host.ready()
  home.post(data, { fromHost: false, origin: 'https://secret-place.example.com' })
  expect(await home.seen({ verdict: 'ignored' })).toEqual({
    direction: 'in',
    verdict: 'ignored',
    reason: 'other-window',
    type,
    size,
    at: NOW,
  })
})

it('reports no content of a genuine token from another window', async () => {
  const home = scriptHost({ tenant, clock, answer: () => undefined })
  const host = createHaiiloHost(home.options)
  onTestFinished(host.close)
  host.subscribe(() => undefined)
  const { nonce } = await home.next('init')
  const token = await tenant.sign({ jti: nonce })
  home.post(token, { fromHost: false })
  const { at: _, ...entry } = await home.seen({ direction: 'in' })
  expect(entry).toEqual({
    direction: 'in',
    verdict: 'ignored',
    reason: 'other-window',
    type: 'string',
    size: token.length,
  })
})

it('shortens a foreign subject to 100 characters', async () => {
  const home = scriptHost({ tenant, clock, answer: ({ nonce }) => tenant.sign({ jti: nonce, sub: 'x'.repeat(5_000) }) })
  const host = createHaiiloHost(home.options)
  onTestFinished(host.close)
  await host.ready().catch(() => undefined)
  const { subject } = await home.seen({ verdict: 'refused' })
  expect(subject).toBe(`${'x'.repeat(100)}…`)
})

it('has no effect if it throws', async () => {
  const home = scriptHost({ tenant, clock })
  const onWire = vi.fn(() => {
    throw new Error('from the application')
  })
  const host = createHaiiloHost({ ...home.options, onWire })
  onTestFinished(host.close)
  const received = new Promise((resolve) => host.on('ping', resolve))
  await host.ready()
  host.setHeight(10)
  await home.next('setHeight')
  home.post('junk')
  await home.notify({ sub: 'ping', jti: 'ping-1' })
  expect(await received).toMatchObject({ nonce: 'ping-1' })
  expect(await host.getToken({ fresh: true })).toBeTypeOf('string')
  expect(onWire.mock.calls.length).toBeGreaterThanOrEqual(7)
  expect(host.getSnapshot().status).toBe('ready')
})

it('has no effect if it changes its argument', async () => {
  const home = scriptHost({ tenant, clock })
  const host = createHaiiloHost({
    ...home.options,
    onWire: ({ payload }) => {
      Reflect.set(payload ?? {}, 'ctx.userId', 'forged')
      Reflect.set(payload ?? {}, 'height', 1)
    },
  })
  onTestFinished(host.close)
  expect((await host.ready()).claims['ctx.userId']).toBe('user-1')
  host.setHeight(10)
  expect((await home.next('setHeight')).data).toMatchObject({ height: 10 })
})
