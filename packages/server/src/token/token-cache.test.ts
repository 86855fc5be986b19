import { expect, it } from 'vitest'
import { createTokenCache } from './token-cache.js'

it('finds a token by its whole text only', () => {
  const cache = createTokenCache<number>(10)
  cache.add('a.b.c', 1)
  expect(['a.b.c', 'a.b.C', 'a.b', 'a.b.c ', ''].map(cache.get)).toEqual([
    1,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

it('keeps the newest tokens, at least half of its limit and at most all of it', () => {
  const cache = createTokenCache<number>(10)
  for (let added = 1; added <= 100; added++) {
    cache.add(`token ${added}`, added)
    const kept = Array.from({ length: added }, (_, index) => cache.get(`token ${index + 1}`)).filter(
      (each) => each !== undefined,
    )
    expect(kept).toEqual(Array.from(kept, (_, index) => added - kept.length + index + 1))
    expect(kept.length).toBeGreaterThanOrEqual(Math.min(added, 5))
    expect(kept.length).toBeLessThanOrEqual(10)
  }
})
