import { afterEach, describe, expect, it, vi } from 'vitest'
import { callUserCode } from './call-user-code.js'

describe('callUserCode', () => {
  afterEach(() => {
    vi.restoreAllMocks()
  })

  it('calls the function synchronously', () => {
    const call = vi.fn()
    callUserCode(call)
    expect(call).toHaveBeenCalledTimes(1)
  })

  it('catches an error and rethrows it to the page in a microtask', () => {
    const tasks: (() => void)[] = []
    vi.spyOn(globalThis, 'queueMicrotask').mockImplementation((task) => void tasks.push(task))
    const error = new Error('of the application')
    expect(() =>
      callUserCode(() => {
        throw error
      }),
    ).not.toThrow()
    expect(tasks).toHaveLength(1)
    expect(tasks[0]).toThrow(error)
  })
})
