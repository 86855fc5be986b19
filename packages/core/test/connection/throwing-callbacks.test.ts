import { createTokenFactory, nextTask, scriptHost } from '@haiilo-kit/test-kit'
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { createHaiiloHost } from '../../src/index.js'

const clock = (): number => 1_700_000_000_000
const tenant = await createTokenFactory({ clock })
/** The errors that reached the error handler of the process, which replaces that of the test runner. */
let uncaught: unknown[] = []

beforeEach(() => {
  const listeners = process.listeners('uncaughtException')
  const record = (error: unknown): void => void uncaught.push(error)
  uncaught = []
  process.removeAllListeners('uncaughtException')
  process.on('uncaughtException', record)
  return () => {
    process.off('uncaughtException', record)
    for (const listener of listeners) process.on('uncaughtException', listener)
  }
})

function thrower(message: string): () => never {
  return () => {
    throw new Error(message)
  }
}

it('a listener that throws affects neither the other listeners nor the connection', async () => {
  const home = scriptHost({ tenant, clock })
  const host = createHaiiloHost(home.options)
  onTestFinished(host.close)
  const received = vi.fn()
  host.subscribe(thrower('listener'))
  host.subscribe(received)
  expect((await host.ready()).status).toBe('ready')
  expect(received).toHaveBeenCalledTimes(1)
  await nextTask()
  expect(uncaught).toEqual([new Error('listener')])
  expect(() => host.close()).not.toThrow()
  expect(received).toHaveBeenCalledTimes(2)
  expect(host.getSnapshot().status).toBe('closed')
  expect(home.listening()).toBe(0)
  await nextTask()
})

it('a handler that throws affects neither the other handlers nor the next message', async () => {
  const home = scriptHost({ tenant, clock })
  const host = createHaiiloHost(home.options)
  onTestFinished(host.close)
  const received = vi.fn()
  host.on('ping', thrower('handler'))
  host.on('ping', received)
  const snapshot = await host.ready()
  for (const jti of ['ping-1', 'ping-2']) {
    await home.notify({ sub: 'ping', jti })
    await home.seen({ nonce: jti })
  }
  expect(received).toHaveBeenCalledTimes(2)
  await nextTask()
  expect(home.wire.filter(({ subject }) => subject === 'ping').map(({ verdict }) => verdict)).toEqual([
    'accepted',
    'accepted',
  ])
  expect(uncaught).toEqual([new Error('handler'), new Error('handler')])
  expect(host.getSnapshot()).toBe(snapshot)
})

it('an `onWarning` that throws does not prevent the response', async () => {
  const home = scriptHost({ tenant, clock })
  const host = createHaiiloHost({ ...home.options, view: 'config', onWarning: thrower('warning') })
  onTestFinished(host.close)
  await host.ready()
  await home.notify({ sub: 'save', jti: 'save-1' })
  expect((await home.next('setConfig')).data).toMatchObject({ jti: 'save-1', data: false })
  await nextTask()
  expect(uncaught).toEqual([new Error('warning')])
})
