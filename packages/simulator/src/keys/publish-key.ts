import type { JWK } from 'jose'
import type { SimulatedHostOptions } from '../host/simulated-host.js'
import { parseUrl } from '../lib/parse-url.js'

/**
 * Creates a function that resolves to the `jku` for token headers, or to `undefined` without one. If there is a key server, the first call
 * publishes the public key there. A failed attempt is repeated by the next call.
 *
 * @returns Its promise rejects if the key server is unreachable or refuses the key.
 */
export function createJkuResolver(
  { jku, keyServer }: Pick<SimulatedHostOptions, 'jku' | 'keyServer'>,
  publicKey: () => Promise<JWK>,
): () => Promise<string | undefined> {
  let published: Promise<string> | undefined
  return async () => {
    if (jku !== undefined || keyServer === undefined) return jku
    published ??= publicKey().then((key) => publishKey(keyServer, key))
    published.catch(() => (published = undefined))
    return published
  }
}

async function publishKey(keyServer: string, key: JWK): Promise<string> {
  const response = await fetch(keyServer, {
    method: 'POST',
    // for Node, which sends no origin by itself; browsers replace this value with the origin of the page
    headers: { 'content-type': 'application/json', origin: parseUrl(keyServer)?.origin ?? '' },
    body: JSON.stringify(key),
  })
  if (!response.ok) throw new Error(`The key server refused the key: ${response.status}.`)
  const answer: unknown = await response.json()
  if (typeof answer === 'object' && answer !== null && 'jku' in answer && typeof answer.jku === 'string')
    return answer.jku
  throw new Error('The key server did not return the URL of the key document.')
}
