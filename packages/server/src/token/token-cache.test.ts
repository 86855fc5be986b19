import { expect, it } from 'vitest'
import { createTokenCache } from './token-cache.js'

it('finds a token by its whole text only', () => {
  const cache = createTokenCache<number>(10, () => false)
  cache.add('a.b.c', 1)
  expect(['a.b.c', 'a.b.C', 'a.b', 'a.b.c ', ''].map(cache.get)).toEqual([
    1,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

it('keeps the newest tokens up to its limit', () => {
  const cache = createTokenCache<number>(3, () => false)
  for (let count = 0; count < 100; count++) cache.add(`token ${count}`, count)
  const kept = Array.from({ length: 100 }, (_, count) => cache.get(`token ${count}`)).filter(
    (each) => each !== undefined,
  )
  expect(kept).toEqual([97, 98, 99])
})

it('drops tokens that are over as soon as others are added', () => {
  let now = 0
  const cache = createTokenCache<number>(10, (end) => end <= now)
  for (const end of [1, 2, 3]) cache.add(`until ${end}`, end)
  now = 2
  cache.add('until 9', 9)
  expect([1, 2, 3, 9].map((end) => cache.get(`until ${end}`))).toEqual([undefined, undefined, 3, 9])
})
