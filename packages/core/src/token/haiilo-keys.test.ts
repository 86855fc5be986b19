import { calculateJwkThumbprint } from 'jose'
import { describe, expect, it } from 'vitest'
import data from './haiilo-keys.json' with { type: 'json' }
import { haiiloTrust, type TrustRule } from './index.js'
import { productionKey } from './production-key.js'
import { stagingKey } from './staging-key.js'

describe('the built-in keys', () => {
  it.each([
    ['production', productionKey],
    ['staging', stagingKey],
  ])('are the keys that the vendor published: %s', async (environment, key) => {
    const published = data.keys.find((candidate) => candidate.environment === environment)
    expect(published).toBeDefined()
    expect(await calculateJwkThumbprint(key)).toBe(published?.thumbprint)
    expect(await calculateJwkThumbprint(published!.jwk)).toBe(published?.thumbprint)
  })

  it('have no private members, neither in the source nor in the data', () => {
    for (const key of [productionKey, stagingKey, ...data.keys.map(({ jwk }) => jwk)]) {
      for (const member of ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']) expect(key).not.toHaveProperty(member)
    }
  })

  it('have the issuers and the key document URLs of the vendor', async () => {
    const rules = haiiloTrust({ staging: true })
    expect(await issuersOf(productionKey, rules)).toEqual(['https://*.coyocloud.com'])
    expect(await issuersOf(stagingKey, rules)).toEqual(['https://*.coyostaging.com'])
    expect(new Set(rules.flatMap(({ jku = [] }) => jku))).toEqual(new Set(data.trustedJku))
  })

  it('do not include staging without the option', async () => {
    expect(await issuersOf(productionKey, haiiloTrust())).toHaveLength(1)
    expect(await issuersOf(stagingKey, haiiloTrust())).toEqual([])
  })
})

/** The issuers whose rule has a key. */
async function issuersOf(key: object, rules: readonly TrustRule[]): Promise<string[]> {
  const found = await Promise.all(
    rules.map(async ({ issuer, keys = [] }) => {
      const own = typeof keys === 'function' ? await keys() : keys
      return own.includes(key) ? [issuer] : []
    }),
  )
  return found.flat()
}
