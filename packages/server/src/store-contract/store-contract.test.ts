import { afterEach, describe, expect, it, vi } from 'vitest'
import { openWrongStore, wrongStores } from '../../test/wrong-stores.js'
import { storeContract } from './index.js'

/** Longer than a case waits for something that must have expired. */
const PATIENCE = 20_000

afterEach(() => vi.useRealTimers())

describe('storeContract', () => {
  it('has a name for each case', () => {
    expect(new Set(storeContract.map(({ name }) => name)).size).toBe(storeContract.length)
  })

  it.each(Object.keys(wrongStores))('finds a store that %s', async (name) => {
    vi.useFakeTimers()
    const failed: string[] = []
    const running = storeContract.map((each) => each.run(openWrongStore(name)).catch(() => failed.push(each.name)))
    await vi.advanceTimersByTimeAsync(PATIENCE)
    await Promise.all(running)
    expect(failed).not.toEqual([])
  })
})
