import type { TenantFault } from './tenant-faults.js'

/** A notification that the tenant has accepted. */
export interface ReceivedNotification {
  readonly pluginId: string
  readonly instanceId: string
  readonly body: Readonly<Record<string, unknown>>
}

/** A request to the tenant, and its answer. */
export interface TenantRequest {
  readonly type: 'redeem' | 'refresh' | 'notify' | 'trigger' | 'keys' | 'unknown'
  readonly status: number
}

export interface TenantApiSettings {
  readonly clientSecret: string
  /** In seconds. */
  readonly accessTokenLifetime: number
  /** The path of the API, the `base_url` of the event. */
  readonly path: string
  /** Milliseconds since 1970. */
  readonly clock: () => number
  /** Uses up a fault if it is active. */
  readonly consumeFault: (fault: TenantFault) => boolean
  readonly onRequest: (request: TenantRequest) => void
  readonly onTrigger: () => void
}

/** The servers of a tenant that a back end calls. */
export interface TenantApi {
  readonly handle: (request: Request) => Promise<Response>
  /** Creates an authorization code that can be redeemed once. */
  readonly createCode: () => string
  readonly notifications: readonly ReceivedNotification[]
}

export const CLIENT_ID = 'simulated-client'
export const TOKEN_PATH = 'oauth/token'
export const TRIGGER_PATH = 'plugins/trigger-access-token'
/** Like everything about the real path, the simulated one is an assumption. */
export const NOTIFICATION_PATH = 'plugins/{pluginId}/instances/{instanceId}/notifications'

export function createTenantApi(settings: TenantApiSettings): TenantApi {
  const { clientSecret, accessTokenLifetime, clock, consumeFault, onRequest, onTrigger } = settings
  const codes = new Set<string>()
  const refreshTokens = new Set<string>()
  const accessTokens = new Map<string, number>()
  const notifications: ReceivedNotification[] = []

  async function answerToken(request: Request): Promise<Response> {
    const form = new URLSearchParams(await request.text())
    if (consumeFault('tokens-down')) return error(503, 'temporarily_unavailable')
    if (consumeFault('tokens-redirect'))
      return new Response(null, { status: 307, headers: { location: 'https://elsewhere.example.com/token' } })
    if (!isClient(request, form)) return error(401, 'invalid_client')
    const isRefresh = form.get('grant_type') === 'refresh_token'
    const grants = isRefresh ? refreshTokens : codes
    const isRefused = consumeFault(isRefresh ? 'refresh-refused' : 'code-refused')
    // each code and each refresh token works once
    if (!grants.delete(form.get(isRefresh ? 'refresh_token' : 'code') ?? '') || isRefused)
      return error(400, 'invalid_grant')
    return json(200, issueTokens())
  }

  function isClient({ headers }: Request, form: URLSearchParams): boolean {
    const basic = `Basic ${btoa(`${CLIENT_ID}:${encodeURIComponent(clientSecret)}`)}`
    const isInForm = form.get('client_id') === CLIENT_ID && form.get('client_secret') === clientSecret
    // RFC 6749 §2.3.1: a client encodes both parts of the header, like the fields of a form
    return isInForm || decodeBasic(headers.get('authorization')) === decodeBasic(basic)
  }

  function issueTokens(): object {
    const accessToken = crypto.randomUUID()
    const refreshToken = crypto.randomUUID()
    accessTokens.set(accessToken, clock() + accessTokenLifetime * 1000)
    refreshTokens.add(refreshToken)
    return {
      access_token: accessToken,
      refresh_token: refreshToken,
      expires_in: accessTokenLifetime,
      token_type: 'bearer',
      scope: 'plugin:notify',
    }
  }

  async function answerNotification(request: Request, pluginId: string, instanceId: string): Promise<Response> {
    const [, token = ''] = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '') ?? []
    if (consumeFault('token-revoked')) accessTokens.delete(token)
    if ((accessTokens.get(token) ?? 0) <= clock()) return error(401, 'invalid_token')
    if (consumeFault('api-down')) return error(503, 'unavailable')
    if (consumeFault('api-busy')) return json(429, {}, { 'retry-after': '0' })
    const body: unknown = await request.json()
    if (consumeFault('api-refuses') || !isNotification(body)) return error(400, 'invalid')
    notifications.push({ pluginId, instanceId, body })
    return json(201, {})
  }

  async function route(request: Request): Promise<readonly [TenantRequest['type'], Response]> {
    const { pathname } = new URL(request.url)
    const path = pathname.startsWith(settings.path) ? pathname.slice(settings.path.length) : ''
    if (request.method !== 'POST') return ['unknown', error(405, 'method')]
    if (path === TOKEN_PATH) {
      const isRefresh = (await request.clone().text()).includes('grant_type=refresh_token')
      return [isRefresh ? 'refresh' : 'redeem', await answerToken(request)]
    }
    if (path === TRIGGER_PATH) {
      onTrigger()
      return ['trigger', json(202, {})]
    }
    const [, pluginId, instanceId] = /^plugins\/([^/]+)\/instances\/([^/]+)\/notifications$/.exec(path) ?? []
    if (pluginId === undefined || instanceId === undefined) return ['unknown', error(404, 'not_found')]
    return ['notify', await answerNotification(request, decodeURIComponent(pluginId), decodeURIComponent(instanceId))]
  }

  return {
    notifications,
    createCode() {
      const code = crypto.randomUUID()
      codes.add(code)
      return code
    },
    async handle(request) {
      const [type, response] = await route(request)
      onRequest({ type, status: response.status })
      return response
    },
  }
}

function decodeBasic(header: string | null): string | undefined {
  const [, text] = /^Basic (.+)$/.exec(header ?? '') ?? []
  return text === undefined ? undefined : decodeURIComponent(atob(text))
}

/** The documented rules: exactly one recipient, exactly one text, at most one further text. */
function isNotification(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false
  const count = (...names: readonly string[]): number => names.filter((name) => name in value).length
  return (
    count('recipientEmail', 'recipientId') === 1 &&
    count('message', 'messages') === 1 &&
    count('excerpt', 'excerpts') < 2
  )
}

function error(status: number, code: string): Response {
  return json(status, { error: code })
}

function json(status: number, body: object, headers: Readonly<Record<string, string>> = {}): Response {
  return Response.json(body, { status, headers })
}
