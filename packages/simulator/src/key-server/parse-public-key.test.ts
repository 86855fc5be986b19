import { exportJWK, generateKeyPair, type JWK } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { parsePublicKey } from './parse-public-key.js'

let publicKey: JWK
let privateKey: JWK

beforeAll(async () => {
  const pair = await generateKeyPair('RS512', { extractable: true })
  publicKey = await exportJWK(pair.publicKey)
  privateKey = await exportJWK(pair.privateKey)
})

describe('a public key', () => {
  it('is reduced to modulus and exponent, with the algorithm RS512', () => {
    const { kty, n, e } = publicKey
    expect(parsePublicKey(JSON.stringify({ ...publicKey, alg: 'RS256', kid: 'x' }))).toEqual({
      kty,
      n,
      e,
      alg: 'RS512',
      use: 'sig',
    })
  })

  it('is refused if it has private members', () => {
    expect(parsePublicKey(JSON.stringify(privateKey))).toBeUndefined()
    expect(parsePublicKey(JSON.stringify({ ...publicKey, d: 'AQAB' }))).toBeUndefined()
    expect(parsePublicKey(JSON.stringify({ ...publicKey, k: 'AQAB' }))).toBeUndefined()
  })

  it.each([
    ['invalid JSON', () => '{'],
    ['null', () => 'null'],
    ['an array', () => JSON.stringify([publicKey])],
    ['another type', () => JSON.stringify({ ...publicKey, kty: 'oct' })],
    ['no modulus', () => JSON.stringify({ ...publicKey, n: undefined })],
    ['a modulus that is not canonical base64url', () => JSON.stringify({ ...publicKey, n: `${publicKey.n ?? ''}==` })],
    ['a modulus of 1024 bits', () => JSON.stringify({ ...publicKey, n: publicKey.n?.slice(0, 171) })],
    [
      'a short modulus with leading zeros',
      () => JSON.stringify({ ...publicKey, n: 'A'.repeat(200) + 'B'.repeat(171) }),
    ],
    ['a modulus of 16384 bits', () => JSON.stringify({ ...publicKey, n: 'x'.repeat(2731) })],
    ['the exponent 3', () => JSON.stringify({ ...publicKey, e: 'Aw' })],
    ['no exponent', () => JSON.stringify({ ...publicKey, e: '' })],
  ])('is refused: %s', (_, text) => {
    expect(parsePublicKey(text())).toBeUndefined()
  })
})
