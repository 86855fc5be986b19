import { describe, expect, it, vi } from 'vitest'
import { abortable } from './abortable.js'

describe('abortable', () => {
  it.each([undefined, null])('is the promise itself where the signal is %s', async (signal) => {
    expect(await abortable(Promise.resolve(5), signal)).toBe(5)
    await expect(abortable(Promise.reject(new Error('no')), signal)).rejects.toThrow('no')
  })

  it('settles as the promise does while nobody gives it up', async () => {
    const { signal } = new AbortController()
    expect(await abortable(Promise.resolve(5), signal)).toBe(5)
    await expect(abortable(Promise.reject(new Error('no')), signal)).rejects.toThrow('no')
  })

  it('rejects with the reason of the signal once that gives it up', async () => {
    const controller = new AbortController()
    const waiting = abortable(new Promise(() => undefined), controller.signal)
    controller.abort(new Error('enough'))
    await expect(waiting).rejects.toThrow('enough')
  })

  it('rejects at once where it was given up before', async () => {
    await expect(abortable(Promise.resolve(5), AbortSignal.abort(new Error('before')))).rejects.toThrow('before')
  })

  it('leaves no listener on the signal, however it ends', async () => {
    const controller = new AbortController()
    const added = vi.spyOn(controller.signal, 'addEventListener')
    const removed = vi.spyOn(controller.signal, 'removeEventListener')
    await abortable(Promise.resolve(5), controller.signal)
    await expect(abortable(Promise.reject(new Error('no')), controller.signal)).rejects.toThrow('no')
    expect(added).toHaveBeenCalledTimes(2)
    expect(removed.mock.calls.map(([, listener]) => listener)).toEqual(added.mock.calls.map(([, listener]) => listener))
  })
})
