import { describe, expect, it, onTestFinished } from 'vitest'
import { deferred } from './deferred.js'

describe('deferred', () => {
  it('returns a promise with its functions', async () => {
    const good = deferred<number>()
    good.resolve(5)
    expect(await good.promise).toBe(5)
    const bad = deferred<number>()
    bad.reject(new Error('no'))
    await expect(bad.promise).rejects.toThrow('no')
  })

  it('does not report an unhandled rejection', async () => {
    const received: unknown[] = []
    const listener = (reason: unknown): void => void received.push(reason)
    process.on('unhandledRejection', listener)
    onTestFinished(() => void process.off('unhandledRejection', listener))
    deferred<number>().reject(new Error('nobody awaits this'))
    // unhandled rejections are reported after all microtasks
    await new Promise((resolve) => setImmediate(resolve))
    expect(received).toEqual([])
  })
})
