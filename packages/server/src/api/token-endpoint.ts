import {
  allowInsecureRequests,
  ClientSecretBasic,
  ClientSecretPost,
  customFetch,
  genericTokenEndpointRequest,
  processGenericTokenEndpointResponse,
  processRefreshTokenResponse,
  refreshTokenGrantRequest,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
  type AuthorizationServer,
  type Client as OAuthClient,
  type ClientAuth,
  type TokenEndpointResponse,
} from 'oauth4webapi'
import { BackendError } from '../errors.js'
import type { ApiGrant } from './api-grant.js'

/** How the client secret is sent: in the `Authorization` header, or as a form field (RFC 6749 §2.3.1). */
export type ClientAuthentication = 'basic' | 'post'

/** Tokens of the API. */
export interface ApiTokens {
  readonly accessToken: string
  /** When a new access token is needed, some time before it expires. Milliseconds since 1970. */
  readonly refreshAt: number
  readonly refreshToken?: string
}

type Client = Pick<ApiGrant, 'tokenEndpoint' | 'clientId' | 'clientSecret'>

/** Talks to the token endpoint of a tenant. */
export interface TokenEndpoint {
  /** @throws {BackendError} `ERR_API_TOKEN` The code was refused. `ERR_API_UNAVAILABLE` There was no valid answer. */
  readonly redeem: (grant: ApiGrant, signal?: AbortSignal) => Promise<ApiTokens>
  /** @throws {BackendError} `ERR_API_TOKEN` The refresh token was refused. `ERR_API_UNAVAILABLE` There was no valid answer. */
  readonly refresh: (client: Client, refreshToken: string, signal?: AbortSignal) => Promise<ApiTokens>
}

/** Of tokens without `expires_in`, in seconds. */
const DEFAULT_LIFETIME = 300
/** How long before its end a token is refreshed, in seconds. Half of the lifetime if that is less. */
const EARLY = 30

export function createTokenEndpoint(
  fetcher: typeof fetch,
  clock: () => number,
  authentication: ClientAuthentication,
): TokenEndpoint {
  async function request(
    { tokenEndpoint, clientId, clientSecret }: Client,
    send: (
      server: AuthorizationServer,
      client: OAuthClient,
      auth: ClientAuth,
      options: object,
    ) => Promise<TokenEndpointResponse>,
    signal: AbortSignal | undefined,
  ): Promise<ApiTokens> {
    const { origin, protocol } = new URL(tokenEndpoint)
    const secret = authentication === 'basic' ? ClientSecretBasic(clientSecret) : ClientSecretPost(clientSecret)
    const options = {
      [customFetch]: fetcher,
      // only for a tenant on the local machine; tenantUrl() refuses all others
      [allowInsecureRequests]: protocol === 'http:',
      ...(signal && { signal }),
    }
    try {
      const tokens = await send(
        { issuer: origin, token_endpoint: tokenEndpoint },
        { client_id: clientId },
        secret,
        options,
      )
      const lifetime = tokens.expires_in ?? DEFAULT_LIFETIME
      return {
        accessToken: tokens.access_token,
        refreshAt: clock() + (lifetime - Math.min(EARLY, lifetime / 2)) * 1000,
        ...(tokens.refresh_token !== undefined && { refreshToken: tokens.refresh_token }),
      }
    } catch (error) {
      throw toBackendError(error)
    }
  }

  return {
    redeem: (grant, signal) =>
      request(
        grant,
        async (server, client, auth, options) => {
          const parameters = { code: grant.code }
          const response = await genericTokenEndpointRequest(
            server,
            client,
            auth,
            'authorization_code',
            parameters,
            options,
          )
          return processGenericTokenEndpointResponse(server, client, response)
        },
        signal,
      ),
    refresh: (known, refreshToken, signal) =>
      request(
        known,
        async (server, client, auth, options) => {
          const response = await refreshTokenGrantRequest(server, client, auth, refreshToken, options)
          return processRefreshTokenResponse(server, client, response)
        },
        signal,
      ),
  }
}

/** The original error can contain the answer with its tokens, so it is not kept. */
function toBackendError(error: unknown): BackendError {
  const isRefused = error instanceof ResponseBodyError && error.status < 500 && error.status !== 429
  // an unknown client is refused with a challenge, if it has sent its secret in the header
  if (isRefused || error instanceof WWWAuthenticateChallengeError) {
    return new BackendError('ERR_API_TOKEN', 'The token endpoint of the tenant refused the request.')
  }
  return new BackendError(
    'ERR_API_UNAVAILABLE',
    'The token endpoint of the tenant cannot be reached, or its answer is not valid.',
  )
}
