import { compactVerify, decodeProtectedHeader, importJWK } from 'jose'
import { describe, expect, it } from 'vitest'
import { createTokenFactory } from './token-factory.js'

async function claimsOf(token: string, jwk: object, alg = 'RS512'): Promise<Record<string, unknown>> {
  const { payload } = await compactVerify(token, await importJWK(jwk, alg))
  return JSON.parse(new TextDecoder().decode(payload)) as Record<string, unknown>
}

describe('createTokenFactory', () => {
  it('signs an init token that lives 60 s and that its public key verifies', async () => {
    const { sign, jwk } = await createTokenFactory({ clock: () => 1_700_000_000_900 })
    expect(await claimsOf(await sign({ jti: 'nonce' }), jwk)).toEqual({
      iss: 'https://home.example.com',
      iat: 1_700_000_000,
      exp: 1_700_000_060,
      sub: 'init',
      jti: 'nonce',
      'ctx.userId': 'user-1',
      'ctx.tenantId': 'tenant-1',
    })
  })

  it('omits claims and headers that are undefined', async () => {
    const { sign, jwk } = await createTokenFactory()
    const token = await sign({ 'ctx.tenantId': undefined }, { typ: undefined })
    expect(await claimsOf(token, jwk)).not.toHaveProperty(['ctx.tenantId'])
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'RS512' })
  })

  it('generates a new key pair on each call, and signs with the given algorithm', async () => {
    const [one, two] = await Promise.all([createTokenFactory({ alg: 'RS256' }), createTokenFactory({ alg: 'RS256' })])
    const token = await one.sign()
    expect(decodeProtectedHeader(token).alg).toBe('RS256')
    await expect(claimsOf(token, two.jwk, 'RS256')).rejects.toThrow('signature verification failed')
    expect(one.jwk).not.toHaveProperty('d')
    expect(one.trust).toEqual([{ issuer: 'https://home.example.com', keys: [one.jwk] }])
  })

  it('signs header and claims texts unchanged', async () => {
    const { signText, jwk } = await createTokenFactory()
    const { payload } = await compactVerify(
      await signText('{"alg":"RS512"}', '{"exp":1e400}'),
      await importJWK(jwk, 'RS512'),
    )
    expect(new TextDecoder().decode(payload)).toBe('{"exp":1e400}')
  })
})
