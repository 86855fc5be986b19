import { createTokenFactory } from '@haiilo-kit/test-kit'
import { describe, expect, it, vi } from 'vitest'
import { codeOf } from '../../test/code-of.js'
import { NOW } from '../../test/test-clock.js'
import { createTokenVerifier, TokenRejectedError } from './index.js'

const clock = (): number => NOW
const tenant = await createTokenFactory({ clock })
const { verify } = createTokenVerifier({ trust: tenant.trust, clock })

describe('a token of another kind', () => {
  it('returns what its kind reads from the claims', async () => {
    const token = await tenant.sign({ sub: 'install', tenantId: 'tenant-1', 'ctx.userId': undefined })
    const { context, issuer } = await verify(token, {
      subject: 'install',
      readContext: (claims, origin) => Promise.resolve([origin, claims['tenantId']]),
    })
    expect([issuer, context]).toEqual([tenant.issuer, [tenant.issuer, 'tenant-1']])
  })

  it('is refused by its kind before a key is fetched', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>()
    const trust = [{ issuer: tenant.issuer, jku: ['https://keys.example.com/'] }]
    const token = await tenant.sign({ sub: 'install' }, { jku: 'https://keys.example.com/1' })
    const refusal = createTokenVerifier({ trust, clock, fetch }).verify(token, {
      subject: 'install',
      readContext: () => Promise.reject(new TokenRejectedError('ERR_TOKEN_CONTEXT', 'No tenant.', 'tenantId')),
    })
    expect(await codeOf(refusal)).toBe('ERR_TOKEN_CONTEXT')
    expect(fetch).not.toHaveBeenCalled()
  })

  it.each([undefined, null, 5, {}, ['a.b.c']])('is malformed if it is %o', async (token) => {
    expect(await codeOf(verify(token, { subject: 'install', readContext: () => undefined }))).toBe(
      'ERR_TOKEN_MALFORMED',
    )
  })
})

describe('tokens of several issuers, in any order', () => {
  it('are each verified with the rules of their own issuer', async () => {
    const other = await createTokenFactory({ clock, issuer: 'https://other.example.com' })
    const both = createTokenVerifier({ trust: [...tenant.trust, ...other.trust], clock })
    const judge = async (signer: typeof tenant, iss: string): Promise<string> =>
      codeOf(both.verify(await signer.sign({ iss }), { subject: 'init', readContext: () => undefined }))
    for (const [signer, iss, code] of [
      [tenant, tenant.issuer, 'verified'],
      [other, tenant.issuer, 'ERR_TOKEN_SIGNATURE'],
      [other, other.issuer, 'verified'],
      [tenant, other.issuer, 'ERR_TOKEN_SIGNATURE'],
      [tenant, tenant.issuer, 'verified'],
      [tenant, 'https://unknown.example.com', 'ERR_TOKEN_ISSUER'],
      [tenant, `${tenant.issuer}/`, 'verified'],
      [other, `${other.issuer}/x`, 'ERR_TOKEN_ISSUER'],
      [other, other.issuer, 'verified'],
    ] as const) {
      expect([iss, await judge(signer, iss)]).toEqual([iss, code])
    }
  })
})
