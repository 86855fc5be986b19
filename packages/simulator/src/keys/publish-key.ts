import type { JWK } from 'jose'
import { parseUrl } from '../lib/parse-url.js'
import type { SimulatedHostOptions } from '../host/simulated-host.js'

/**
 * Makes the function that tells where the host's key document lies: the `jku` for its headers, if there is one. With a key server
 * the key is handed over first; a failure is not remembered.
 *
 * @returns Its promise rejects where the key server cannot be reached or does not take the key.
 */
export function createKeyPlace(
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
    // browsers name the origin of the page whatever is said here; Node would name none
    headers: { 'content-type': 'application/json', origin: parseUrl(keyServer)?.origin ?? '' },
    body: JSON.stringify(key),
  })
  if (!response.ok) throw new Error(`The key server did not take the key: ${response.status}.`)
  const answer: unknown = await response.json()
  if (typeof answer === 'object' && answer !== null && 'jku' in answer && typeof answer.jku === 'string')
    return answer.jku
  throw new Error('The key server did not say where the key document lies.')
}
