import { HaiiloError } from '../errors.js'
import type { Exchange } from './pending-requests.js'

/** Keeps the newest token and asks for another when it runs out. */
export interface TokenKeeper {
  readonly keep: (exchange: Exchange) => void
  readonly drop: () => void
  /** @throws {HaiiloError} `ERR_TOKEN_TTL`, or what `refresh` throws. */
  readonly get: (minTtl: number, fresh: boolean) => Promise<string>
}

/** @param refresh Asks the host once more; its answer is kept before it resolves. */
export function createTokenKeeper(refresh: () => Promise<unknown>, clock: () => number): TokenKeeper {
  let latest: Exchange | undefined
  let refreshing: Promise<unknown> | undefined

  /** Seconds. Counted from the receipt: the clocks of host and page need not agree. */
  function ttl(): number {
    if (!latest) return -Infinity
    const { iat, exp } = latest.message.claims as { iat: number; exp: number }
    // a clock that was set back makes a token older, never younger
    return exp - iat - Math.abs(clock() - latest.receivedAt) / 1000
  }

  return {
    keep(exchange) {
      latest = exchange
    },
    drop() {
      latest = undefined
    },
    async get(minTtl, fresh) {
      if (fresh || !(ttl() >= minTtl)) {
        refreshing ??= refresh().finally(() => {
          refreshing = undefined
        })
        await refreshing
      }
      if (!latest || !(ttl() >= minTtl)) {
        throw new HaiiloError(
          'ERR_TOKEN_TTL',
          `Even a fresh token lives less than the ${minTtl} s that \`minTtl\` asks for.`,
        )
      }
      return latest.message.token
    },
  }
}
