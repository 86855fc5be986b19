import {
  readContext,
  replayKey,
  TokenRejectedError,
  type Claims,
  type HostContext,
  type TokenVerifier,
  type TokenVerifierOptions,
} from '@haiilo-kit/core/token'
import { BackendError } from '../errors.js'
import { fingerprint } from '../lib/fingerprint.js'
import type { HaiiloStore, Installation } from '../store/haiilo-store.js'
import { userKey, type HaiiloUser } from './haiilo-user.js'
import { createTokenCache } from './token-cache.js'

/** How a back end verifies the tokens of plug-ins. */
export interface PluginTokenOptions extends TokenVerifierOptions {
  /** Knows which tenants have installed the plug-in. */
  readonly store: HaiiloStore
}

/** How one token is verified. */
export interface VerifyPluginTokenOptions {
  /** Whether to accept each token only once, in all processes. For requests that must not be repeated. Default: false. */
  readonly singleUse?: boolean
}

/** Verifies the tokens that a plug-in sends to its back end. */
export interface PluginTokenVerifier {
  /**
   * @param token The compact JWS, unchanged.
   * @throws {TokenRejectedError} The token is not valid, or was used before.
   * @throws {BackendError} `ERR_TENANT_UNKNOWN`, `ERR_STORE_UNAVAILABLE`
   */
  readonly verify: (token: unknown, options?: VerifyPluginTokenOptions) => Promise<HaiiloUser>
}

/** A token whose signature was verified. Time and installation are checked at each use. */
interface VerifiedToken {
  readonly issuer: string
  readonly tenantId: string
  readonly context: HostContext
  readonly claims: Claims
  readonly key: string
  /** Milliseconds since 1970. */
  readonly issuedAt: number
  readonly expiresAt: number
}

/** Looks up where a tenant has installed the plug-in. Rejects if it has not. */
type LookUp = (issuer: string, tenantId: string) => Promise<readonly Installation[]>

/** In tokens. A plug-in uses one token for about a minute, so this is how many users can send requests within a minute. */
const MAX_CACHED = 10_000

/**
 * @param verifier Verifies tokens of any kind. It can be shared with the lifecycle events.
 * @param onVerify Called for each token that is accepted. `isKnown` says whether its signature was verified before.
 */
export function createPluginTokenVerifier(
  { store, clock = Date.now, clockTolerance = 30 }: PluginTokenOptions,
  verifier: TokenVerifier,
  onVerify: (isKnown: boolean) => void = () => undefined,
): PluginTokenVerifier {
  const tolerance = clockTolerance * 1000
  const verified = createTokenCache<VerifiedToken>(MAX_CACHED)
  /** Verifications that are not complete. */
  const running = new Map<string, Promise<VerifiedToken>>()

  /** Looks up the tenant by issuer and id together. The same tenant id of another issuer is another tenant. */
  async function installationsOf(issuer: string, tenantId: string): Promise<readonly Installation[]> {
    const records = await store.installationsOf(tenantId)
    const installed = records.filter((record) => record.isInstalled && record.issuer === issuer)
    if (installed.length > 0) return installed.map(({ pluginId }) => ({ issuer, tenantId, pluginId }))
    throw new BackendError(
      'ERR_TENANT_UNKNOWN',
      'The tenant of the token has not installed this plug-in. Install it there, or check that all servers use the same store.',
    )
  }

  async function verifySignature(token: unknown, lookUp: LookUp): Promise<VerifiedToken> {
    const { issuer, claims, context } = await verifier.verify(token, {
      subject: 'init',
      async readContext(unverified, claimedIssuer) {
        const user = readContext(unverified)
        // before a key is fetched, so that tokens of strangers cause no requests
        await lookUp(claimedIssuer, requireTenant(user))
        return user
      },
    })
    const tenantId = requireTenant(context)
    return {
      issuer,
      tenantId,
      context,
      claims,
      key: userKey(issuer, tenantId, context.userId),
      issuedAt: Number(claims['iat']) * 1000,
      expiresAt: Number(claims['exp']) * 1000,
    }
  }

  function isCurrent({ issuedAt, expiresAt }: VerifiedToken): boolean {
    const now = clock()
    return expiresAt > now - tolerance && issuedAt <= now + tolerance
  }

  /** Other requests that bring the token in the meantime share the verification. */
  async function verifyAndRemember(token: string, lookUp: LookUp): Promise<VerifiedToken> {
    const verification = verifySignature(token, lookUp)
    running.set(token, verification)
    try {
      const result = await verification
      verified.add(token, result)
      return result
    } finally {
      running.delete(token)
    }
  }

  /** Verifies a signature once while the token is valid. */
  async function verifyOnce(
    token: unknown,
    lookUp: LookUp,
  ): Promise<{ readonly known: VerifiedToken; readonly isKnown: boolean }> {
    if (typeof token !== 'string') return { known: await verifySignature(token, lookUp), isKnown: false }
    const known = verified.get(token)
    if (known && isCurrent(known)) return { known, isKnown: true }
    const shared = running.get(token)
    return { known: await (shared ?? verifyAndRemember(token, lookUp)), isKnown: shared !== undefined }
  }

  async function useOnce(token: string, { issuer, claims, expiresAt }: VerifiedToken): Promise<void> {
    const nonce = typeof claims['jti'] === 'string' ? claims['jti'] : undefined
    const id = await fingerprint(await replayKey({ issuer, subject: 'init', nonce, token }))
    if (await store.admitOnce(id, expiresAt + tolerance - clock())) return
    throw new TokenRejectedError('ERR_TOKEN_REPLAYED', 'The token was used before. Send a new one with each request.')
  }

  return {
    async verify(token, { singleUse = false } = {}) {
      let installations: readonly Installation[] | undefined
      const lookUp: LookUp = async (...tenant) => (installations = await installationsOf(...tenant))
      const { known, isKnown } = await verifyOnce(token, lookUp)
      const { issuer, tenantId, context, claims, key, expiresAt } = known
      // a new token was looked up before its signature was verified
      installations ??= await lookUp(issuer, tenantId)
      if (singleUse) await useOnce(String(token), known)
      onVerify(isKnown)
      return Object.freeze({
        key,
        issuer,
        tenantId,
        userId: context.userId,
        context,
        claims,
        installations,
        expiresAt,
      })
    },
  }
}

function requireTenant({ tenantId }: HostContext): string {
  if (tenantId !== undefined) return tenantId
  throw new TokenRejectedError('ERR_TOKEN_CONTEXT', 'The token has no tenant.', 'ctx.tenantId')
}
