import { createTokenFactory, nextTask, scriptFetch } from '@haiilo-kit/test-kit'
import { describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../scene.js'
import type { HaiiloHostOptions } from '../../src/index.js'

const SECONDS = 1_700_000_000
const clock = (): number => SECONDS * 1000
const tenant = await createTokenFactory({ clock })
const rotated = await createTokenFactory({ clock })

/** A message of an older host: no nonce, and times in whole seconds. */
function edit(editing: boolean, second = 0): Promise<string> {
  return tenant.sign({ sub: 'edit', 'stt.edit': editing, iat: SECONDS + second, exp: SECONDS + second + 60 })
}

async function ready(options?: HaiiloHostOptions): Promise<Scene> {
  const scene = openScene({ tenant, clock }, options)
  await scene.host.ready()
  return scene
}

const ON = true
const OFF = false

describe('the edit mode of a host that sends no nonce', () => {
  it.each<[name: string, messages: (readonly [editing: boolean, second?: number])[], expected: boolean]>([
    ['on, off, on within one second', [[ON], [OFF], [ON]], true],
    ['on, off, on, off within one second', [[ON], [OFF], [ON], [OFF]], false],
    ['off where it is off', [[OFF], [OFF]], false],
    [
      'on and off, second by second',
      [
        [ON, 0],
        [OFF, 1],
        [ON, 2],
      ],
      true,
    ],
    [
      'messages of servers whose clocks differ',
      [
        [ON, 1],
        [OFF, 0],
      ],
      false,
    ],
  ])('follows the latest message: %s', async (_, messages, expected) => {
    const { home, host } = await ready()
    for (const message of messages) {
      home.post(await edit(...message))
      await home.seen({ direction: 'in', subject: 'edit' })
    }
    expect(host.getSnapshot().editing).toBe(expected)
  })

  it.each<[name: string, messages: (readonly [editing: boolean, second: number])[], replayed: [boolean, number]]>([
    [
      'an older "on"',
      [
        [ON, 0],
        [OFF, 1],
      ],
      [ON, 0],
    ],
    [
      'an older "off"',
      [
        [ON, 0],
        [OFF, 1],
        [ON, 2],
      ],
      [OFF, 1],
    ],
    [
      'the "on" of before two changes within a second',
      [
        [ON, 0],
        [OFF, 1],
        [ON, 1],
        [OFF, 1],
      ],
      [ON, 0],
    ],
  ])('refuses a replay: %s', async (_, messages, replayed) => {
    const { home, host } = await ready()
    for (const message of messages) {
      home.post(await edit(...message))
      await home.seen({ direction: 'in', subject: 'edit' })
    }
    const before = host.getSnapshot()
    home.post(await edit(...replayed))
    expect(await home.seen({ verdict: 'refused' })).toMatchObject({ reason: 'ERR_TOKEN_REPLAYED' })
    expect(host.getSnapshot()).toBe(before)
  })

  it('refuses a repeated message that changes nothing', async () => {
    const { home, host } = await ready()
    const received: unknown[] = []
    host.on('edit', ({ claims }) => received.push(claims['stt.edit']))
    for (let turn = 0; turn < 3; turn += 1) home.post(await edit(ON))
    await home.seen({ verdict: 'accepted', subject: 'edit' })
    await home.seen({ verdict: 'refused' })
    await home.seen({ verdict: 'refused' })
    expect(received).toEqual([true])
  })

  it('refuses a replay from an earlier session that is older than the current handshake', async () => {
    let now = 0
    const answers = { clock: () => clock() + now * 1000 }
    const { home, host } = openScene({
      tenant,
      ...answers,
      answer: ({ nonce }) => tenant.sign({ jti: nonce, iat: SECONDS + now, exp: SECONDS + now + 60 }),
    })
    await host.ready()
    home.post(await edit(ON))
    await home.seen({ verdict: 'accepted', subject: 'edit' })
    now = 2
    host.close()
    host.retry()
    await host.ready()
    home.post(await edit(ON))
    expect(await home.seen({ verdict: 'refused' })).toMatchObject({ reason: 'ERR_TOKEN_REPLAYED' })
    expect(host.getSnapshot().editing).toBe(false)
  })
})

it('refuses a repeated message with a nonce, even if it would change the edit mode', async () => {
  const { home, host } = await ready()
  const on = await home.notify({ 'stt.edit': true })
  await home.seen({ verdict: 'accepted', subject: 'edit' })
  await home.notify({ 'stt.edit': false })
  await home.seen({ verdict: 'accepted', subject: 'edit' })
  home.post(on)
  expect(await home.seen({ verdict: 'refused' })).toMatchObject({ reason: 'ERR_TOKEN_REPLAYED' })
  expect(host.getSnapshot().editing).toBe(false)
})

describe('messages with different verification times', () => {
  const trust = [{ issuer: tenant.issuer, keys: [tenant.jwk], jku: ['https://keys.example.com/'] }]
  const slow = (claims: object): Promise<string> => rotated.sign(claims, { jku: 'https://keys.example.com/slow.json' })

  it('are published in the order of arrival', async () => {
    const keys = scriptFetch()
    const { home, host } = await ready({ trust, fetch: keys.fetch })
    const received: unknown[] = []
    host.on('edit', ({ claims }) => received.push(claims['stt.edit']))
    home.post(await slow({ sub: 'edit', jti: 'first', 'stt.edit': true }))
    const { respond } = await keys.next()
    home.post(await tenant.sign({ sub: 'edit', jti: 'second', 'stt.edit': false }))
    await nextTask()
    expect(received).toEqual([])
    respond(Response.json({ keys: [rotated.jwk] }))
    await home.seen({ verdict: 'accepted', nonce: 'second' })
    expect(received).toEqual([true, false])
    expect(host.getSnapshot().editing).toBe(false)
  })

  it('are published although an earlier one is refused', async () => {
    const keys = scriptFetch()
    const { home, host } = await ready({ trust, fetch: keys.fetch })
    home.post(await slow({ sub: 'edit', jti: 'first', 'stt.edit': true }))
    const { fail } = await keys.next()
    home.post(await tenant.sign({ sub: 'edit', jti: 'second', 'stt.edit': true }))
    fail(new TypeError('Failed to fetch'))
    await home.seen({ verdict: 'refused' })
    await home.seen({ verdict: 'accepted', nonce: 'second' })
    expect(host.getSnapshot().editing).toBe(true)
  })

  it('do not delay the response to a request', async () => {
    const keys = scriptFetch()
    const { home, host } = await ready({ trust, fetch: keys.fetch })
    home.post(await slow({ sub: 'edit', jti: 'first', 'stt.edit': true }))
    await keys.next()
    const response = host.request('profile')
    const { nonce } = await home.next('profile')
    home.post(await tenant.sign({ sub: 'profile', jti: nonce }))
    expect((await response).nonce).toBe(nonce)
  })
})
