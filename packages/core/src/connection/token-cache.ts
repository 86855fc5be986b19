import { HaiiloError } from '../errors.js'
import type { VerifiedResponse } from './pending-requests.js'

/** Caches the newest token and refreshes it before it expires. */
export interface TokenCache {
  readonly store: (response: VerifiedResponse) => void
  readonly clear: () => void
  /** @throws {HaiiloError} `ERR_TOKEN_TTL`, or what `refresh` throws. */
  readonly get: (minTtl: number, fresh: boolean) => Promise<string>
}

/** @param refresh Requests a new token, and stores it before its promise resolves. */
export function createTokenCache(refresh: () => Promise<unknown>, clock: () => number): TokenCache {
  let latest: VerifiedResponse | undefined
  let refreshing: Promise<unknown> | undefined

  /** Remaining lifetime in seconds, counted from the receipt: the clocks of host and page may differ. */
  function ttl(): number {
    if (!latest) return -Infinity
    const { iat, exp } = latest.message.claims as { iat: number; exp: number }
    // the absolute difference: setting the clock back must not extend the lifetime
    return exp - iat - Math.abs(clock() - latest.receivedAt) / 1000
  }

  return {
    store(response) {
      latest = response
    },
    clear() {
      latest = undefined
    },
    async get(minTtl, fresh) {
      // comparisons with `ttl()` are written as negations, so that NaN fails closed
      if (fresh || !(ttl() >= minTtl)) {
        refreshing ??= refresh().finally(() => {
          refreshing = undefined
        })
        await refreshing
      }
      if (!latest || !(ttl() >= minTtl)) {
        throw new HaiiloError('ERR_TOKEN_TTL', `A fresh token expires within ${minTtl} s. Lower \`minTtl\`.`)
      }
      return latest.message.token
    },
  }
}
