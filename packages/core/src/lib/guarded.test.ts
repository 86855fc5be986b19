import { afterEach, describe, expect, it, vi } from 'vitest'
import { guarded } from './guarded.js'

describe('guarded', () => {
  afterEach(() => {
    vi.restoreAllMocks()
  })

  it('calls at once', () => {
    const call = vi.fn()
    guarded(call)
    expect(call).toHaveBeenCalledTimes(1)
  })

  it('stops nothing where the call throws, and hands its error to the page afterwards', () => {
    const tasks: (() => void)[] = []
    vi.spyOn(globalThis, 'queueMicrotask').mockImplementation((task) => void tasks.push(task))
    const error = new Error('of the application')
    expect(() =>
      guarded(() => {
        throw error
      }),
    ).not.toThrow()
    expect(tasks).toHaveLength(1)
    expect(tasks[0]).toThrow(error)
  })
})
