import { isLoopback } from '@haiilo-kit/core/token'
import { isIP } from 'node:net'
import type { Io } from '../io.js'

/**
 * The IP addresses of a host, as `URL` spells it. Names of this machine, such as `localhost` and `lunch.localhost`, are never looked up:
 * a name server could send them elsewhere (RFC 6761).
 *
 * @throws {Error} The host has no address, or the signal was aborted first.
 */
export async function addressesOf(
  hostname: string,
  lookup: Io['lookup'],
  signal: AbortSignal,
): Promise<readonly string[]> {
  const host = hostname.replaceAll(/[[\]]/g, '').replace(/\.$/, '')
  if (isIP(host) !== 0) return [host]
  if (isLoopback(host)) return ['127.0.0.1', '::1']
  return Promise.race([lookup(host), rejectOnAbort(signal)])
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
  })
}
