import { verifyToken } from '@haiilo-kit/core/token'
import { jwtVerify, type JWK } from 'jose'

interface Comparison {
  readonly token: string
  readonly jwk: JWK
  readonly issuer: string
  readonly rounds: number
  /** Verifications per round, one after the other. */
  readonly calls: number
}

/** The time of each round in milliseconds. */
type Times = Record<'webCrypto' | 'kit' | 'jose', number[]>

/** Verifies one token many times, in turns: with plain Web Crypto, with the kit, and with a simple client on jose. */
export async function compareVerification({ token, jwk, issuer, rounds, calls }: Comparison): Promise<Times> {
  const parameters = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-512' }
  const key = await crypto.subtle.importKey('jwk', jwk as JsonWebKey, parameters, false, ['verify'])
  const signature = bytes(token.slice(token.lastIndexOf('.') + 1))
  const signed = new TextEncoder().encode(token.slice(0, token.lastIndexOf('.')))
  const trust = [{ issuer, keys: [jwk] }]
  const clients = {
    webCrypto: () => crypto.subtle.verify(parameters, key, signature, signed),
    kit: () => verifyToken(token, { trust }),
    jose: () => jwtVerify(token, jwk, { issuer, subject: 'init', algorithms: ['RS512'] }),
  }
  const times: Times = { webCrypto: [], kit: [], jose: [] }
  const names = Object.keys(clients) as (keyof Times)[]
  // the first two rounds import keys and compile code
  for (let round = -2; round < rounds; round += 1) {
    for (const name of names) {
      const started = performance.now()
      for (let call = 0; call < calls; call += 1) await clients[name]()
      if (round >= 0) times[name].push(performance.now() - started)
    }
  }
  return times
}

function bytes(segment: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(segment.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0))
}

Object.assign(globalThis, { compareVerification })
