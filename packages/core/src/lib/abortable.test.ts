import { describe, expect, it, vi } from 'vitest'
import { abortable } from './abortable.js'

describe('abortable', () => {
  it.each([undefined, null])('settles like the promise if the signal is %s', async (signal) => {
    expect(await abortable(Promise.resolve(5), signal)).toBe(5)
    await expect(abortable(Promise.reject(new Error('no')), signal)).rejects.toThrow('no')
  })

  it('settles like the promise if the signal is not aborted', async () => {
    const { signal } = new AbortController()
    expect(await abortable(Promise.resolve(5), signal)).toBe(5)
    await expect(abortable(Promise.reject(new Error('no')), signal)).rejects.toThrow('no')
  })

  it('rejects with the reason of the signal when it aborts', async () => {
    const controller = new AbortController()
    const waiting = abortable(new Promise(() => undefined), controller.signal)
    controller.abort(new Error('enough'))
    await expect(waiting).rejects.toThrow('enough')
  })

  it('rejects immediately if the signal was aborted before', async () => {
    await expect(abortable(Promise.resolve(5), AbortSignal.abort(new Error('before')))).rejects.toThrow('before')
  })

  it('leaves no listener on the signal', async () => {
    const controller = new AbortController()
    const added = vi.spyOn(controller.signal, 'addEventListener')
    const removed = vi.spyOn(controller.signal, 'removeEventListener')
    await abortable(Promise.resolve(5), controller.signal)
    await expect(abortable(Promise.reject(new Error('no')), controller.signal)).rejects.toThrow('no')
    expect(added).toHaveBeenCalledTimes(2)
    expect(removed.mock.calls.map(([, listener]) => listener)).toEqual(added.mock.calls.map(([, listener]) => listener))
  })
})
