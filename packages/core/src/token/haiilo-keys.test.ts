import { calculateJwkThumbprint } from 'jose'
import { describe, expect, it } from 'vitest'
import data from './haiilo-keys.json' with { type: 'json' }
import { productionKey, stagingKey } from './haiilo-keys.js'
import { haiiloTrust } from './index.js'

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

  it('have the issuers and the key document URLs of the vendor', () => {
    const rules = haiiloTrust({ staging: true })
    const issuersOf = (key: object): string[] =>
      rules.filter(({ keys }) => Array.isArray(keys) && keys.includes(key)).map(({ issuer }) => issuer)
    expect(issuersOf(productionKey)).toEqual(['https://*.coyocloud.com'])
    expect(issuersOf(stagingKey)).toEqual(['https://*.coyostaging.com'])
    expect(new Set(rules.flatMap(({ jku = [] }) => jku))).toEqual(new Set(data.trustedJku))
  })

  it('do not include staging without the option', () => {
    expect(haiiloTrust().some(({ keys }) => Array.isArray(keys) && keys.includes(stagingKey))).toBe(false)
  })
})
