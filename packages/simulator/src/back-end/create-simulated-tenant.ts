import type { TrustRule } from '@haiilo-kit/core/token'
import { keyDocument, signingKey, type KeyDocument } from '../keys/signing-keys.js'
import { signToken } from '../keys/sign-token.js'
import { readTenant } from '../host/read-tenant.js'
import {
  CLIENT_ID,
  createTenantApi,
  NOTIFICATION_PATH,
  TOKEN_PATH,
  TRIGGER_PATH,
  type ReceivedNotification,
  type TenantRequest,
} from './tenant-api.js'
import { tenantFaults, type TenantFault } from './tenant-faults.js'

/** The events that a tenant sends to a back end. */
export type SimulatedEvent = 'install' | 'uninstall' | 'instance_add' | 'instance_remove' | 'access_token'

/** The options of `createSimulatedTenant`. */
export interface SimulatedTenantOptions {
  /** The tenant's URL, or its URL and id. Default: `https://home.haiilo.test` and `tenant-1`. */
  readonly tenant?: string | { readonly url: string; readonly id?: string }
  /** Default: `plugin-1`. */
  readonly pluginId?: string
  /** Sends events. Default: the global `fetch`. */
  readonly fetch?: typeof fetch
  /** Milliseconds since 1970. Default: `Date.now`. */
  readonly clock?: () => number
  /** How long access tokens of the API are valid, in seconds. Default: 300. */
  readonly accessTokenLifetime?: number
  /** The name of the client data in `access_token`. Both are in use. Default: `client`. */
  readonly clientName?: 'client' | 'client_credentials'
  /** The URL at which you serve `keyDocument()`. It is in the header of all tokens. Default: none. */
  readonly jku?: string
  /** The path of the tenant's API, with a slash at both ends. Default: `/api/`. */
  readonly apiPath?: string
}

/** What to change in a lifecycle event. */
export interface SendEventOptions {
  /** For `instance_add` and `instance_remove`. Default: `instance-1`. */
  readonly instanceId?: string
  /** Replace or remove claims. */
  readonly claims?: Readonly<Record<string, unknown>>
  /** How the token is sent. Default: `form`. */
  readonly format?: 'form' | 'json'
  /** The number of times that the event is sent until it is accepted, signed again each time. Default: 1. */
  readonly attempts?: number
  /** The pause between two attempts, in milliseconds. Default: 1000. */
  readonly pause?: number
}

/** The answer of a back end to an event. */
export interface SentEvent {
  /** 0 if there was no answer. */
  readonly status: number
  readonly body: string
  /** What the host does next: nothing, because the event was accepted; report a failed installation; or send the event again later. */
  readonly verdict: 'accepted' | 'installation-fails' | 'sent-again'
  /** How often the event was sent. */
  readonly attempts: number
  /** The token of the last attempt. The one of `access_token` contains secrets. */
  readonly token: string
  /** Why there was no answer. */
  readonly error?: unknown
}

/** A tenant as a back end sees it: it sends events, signs tokens of users, and has an API. */
export interface SimulatedTenant {
  /** The tenant's URL as an origin. */
  readonly issuer: string
  readonly tenantId: string
  readonly pluginId: string
  /** The option `trust` of a back end that trusts this tenant. */
  readonly trust: readonly TrustRule[]
  /** The option `api.notificationPath` of a back end. The real path is not public. */
  readonly notificationPath: string
  /** Sends an event, like the host. `url` is the one in the manifest; the name of the event is appended. */
  readonly send: (event: SimulatedEvent, url: string, options?: SendEventOptions) => Promise<SentEvent>
  /** Signs an event without sending it. */
  readonly signEvent: (
    event: SimulatedEvent,
    options?: Pick<SendEventOptions, 'instanceId' | 'claims'>,
  ) => Promise<string>
  /** Signs the token that a plug-in sends to its back end. `claims` replace or remove claims, such as `ctx.userId`. */
  readonly signUser: (claims?: Readonly<Record<string, unknown>>) => Promise<string>
  /** Answers requests to the tenant: token endpoint, notifications, trigger. For a server of your own. */
  readonly handle: (request: Request) => Promise<Response>
  /** A `fetch` that reaches only this tenant, without a server. For the option `fetch` of a back end. */
  readonly fetch: typeof fetch
  /** Starts a fault, or ends it with `undefined`. With `times`, it ends by itself after that many requests. */
  readonly setFault: (fault: TenantFault | undefined, times?: number) => void
  /** The requests of the back end, the oldest first. */
  readonly log: readonly TenantRequest[]
  readonly notifications: readonly ReceivedNotification[]
  /** How often the back end has requested a new `access_token`. */
  readonly triggerCount: () => number
  /** The public key in the format of the vendor. */
  readonly keyDocument: () => Promise<KeyDocument>
}

/** Of signed tokens, in seconds. */
const LIFETIME = 60
const KEY_BITS = 2048

/**
 * Creates a tenant for tests of a back end. It signs with RS512 and a key of this process.
 *
 * @throws {TypeError} The tenant is neither an https URL nor an http URL on localhost.
 * @example
 * ```ts
 * const tenant = createSimulatedTenant()
 * const { verdict } = await tenant.send('install', 'http://localhost:8080/haiilo/')
 * ```
 */
export function createSimulatedTenant(options: SimulatedTenantOptions = {}): SimulatedTenant {
  const { pluginId = 'plugin-1', clock = Date.now, accessTokenLifetime = 300, clientName = 'client', jku } = options
  const apiPath = options.apiPath ?? '/api/'
  const { issuer, state } = readTenant({ tenant: options.tenant ?? 'https://home.haiilo.test' })
  const { tenantId } = state
  const clientSecret = crypto.randomUUID()
  const log: TenantRequest[] = []
  let fault: TenantFault | undefined
  let remaining = 0
  let triggers = 0

  /** Whether the fault is active. Counts it, because a fault can be limited to a number of requests. */
  function consumeFault(name: TenantFault): boolean {
    if (fault !== name) return false
    remaining -= 1
    if (remaining <= 0) fault = undefined
    return true
  }

  const api = createTenantApi({
    clientSecret,
    accessTokenLifetime,
    path: apiPath,
    clock,
    consumeFault,
    onRequest: (request) => log.push(request),
    onTrigger: () => (triggers += 1),
  })

  function sign(
    claims: Readonly<Record<string, unknown>>,
    signer: 'home' | 'stranger' | 'nobody' = 'home',
  ): Promise<string> {
    return signToken({ claims, signer }, { modulusLength: KEY_BITS, jku })
  }

  /** @param age How long ago the token was issued, in seconds. */
  function times(age = 0): Readonly<Record<string, number>> {
    const iat = Math.floor(clock() / 1000) - age
    return { iat, exp: iat + LIFETIME }
  }

  function eventClaims(event: SimulatedEvent, instanceId: string): Readonly<Record<string, unknown>> {
    return {
      iss: consumeFault('foreign-tenant-event') ? 'https://foreign.haiilo.test' : issuer,
      ...times(consumeFault('expired-event') ? 2 * LIFETIME : 0),
      sub: consumeFault('wrong-subject-event') ? (event === 'install' ? 'uninstall' : 'install') : event,
      jti: crypto.randomUUID(),
      tenantId,
      pluginId,
      ...(event.startsWith('instance_') && { instanceId }),
      ...(event === 'access_token' && apiClaims()),
    }
  }

  function apiClaims(): object {
    const base = consumeFault('foreign-addresses') ? 'https://elsewhere.example.com' : issuer
    return {
      base_url: base + apiPath,
      [clientName]: {
        client_id: CLIENT_ID,
        client_secret: clientSecret,
        authorization_code: api.createCode(),
        token_endpoint_url: TOKEN_PATH,
        trigger_event: { url: TRIGGER_PATH, method: 'POST', body: { pluginId } },
      },
    }
  }

  function signEvent(
    event: SimulatedEvent,
    { instanceId = 'instance-1', claims }: Pick<SendEventOptions, 'instanceId' | 'claims'> = {},
  ): Promise<string> {
    const signer = consumeFault('unsigned-event') ? 'nobody' : consumeFault('wrong-key-event') ? 'stranger' : 'home'
    return sign({ ...eventClaims(event, instanceId), ...claims }, signer)
  }

  async function sendOnce(
    event: SimulatedEvent,
    url: string,
    sendOptions: SendEventOptions,
  ): Promise<Omit<SentEvent, 'verdict' | 'attempts'>> {
    const token = await signEvent(event, sendOptions)
    const isJson = sendOptions.format === 'json'
    try {
      const response = await (options.fetch ?? fetch)(url + event, {
        method: 'POST',
        body: isJson ? JSON.stringify({ token }) : new URLSearchParams({ token }),
        ...(isJson && { headers: { 'content-type': 'application/json' } }),
      })
      return { status: response.status, body: await response.text(), token }
    } catch (error) {
      return { status: 0, body: '', token, error }
    }
  }

  return {
    issuer,
    tenantId,
    pluginId,
    trust: [{ issuer, keys: async () => [(await signingKey('home', KEY_BITS)).publicJwk] }],
    notificationPath: NOTIFICATION_PATH,
    signEvent,
    async send(event, url, sendOptions = {}) {
      const { attempts = 1, pause = 1000 } = sendOptions
      for (let attempt = 1; ; attempt++) {
        const answer = await sendOnce(event, url, sendOptions)
        if (answer.status === 201) return { ...answer, verdict: 'accepted', attempts: attempt }
        const isFinal = event === 'install' || event === 'access_token'
        if (attempt >= attempts)
          return { ...answer, verdict: isFinal ? 'installation-fails' : 'sent-again', attempts: attempt }
        await new Promise((resolve) => setTimeout(resolve, pause))
      }
    },
    signUser: (claims) =>
      sign({
        iss: issuer,
        ...times(),
        sub: 'init',
        jti: crypto.randomUUID(),
        'ctx.tenantId': tenantId,
        'ctx.userId': state.user.userId,
        'ctx.userName': state.user.userName,
        ...claims,
      }),
    handle: api.handle,
    async fetch(input, init) {
      const request = new Request(input, init)
      if (new URL(request.url).origin !== issuer)
        throw new TypeError(`This fetch reaches only ${issuer}, not ${new URL(request.url).origin}.`)
      const response = await api.handle(request)
      if (response.status < 300 || response.status >= 400 || request.redirect === 'manual') return response
      throw new TypeError('The simulated tenant answered with a redirect, which the request does not allow.')
    },
    setFault(name, count = Infinity) {
      if (name !== undefined && !tenantFaults.includes(name))
        throw new TypeError(`setFault: unknown fault. Faults: ${tenantFaults.join(', ')}.`)
      fault = name
      remaining = count
    },
    log,
    notifications: api.notifications,
    triggerCount: () => triggers,
    keyDocument: async () => keyDocument((await signingKey('home', KEY_BITS)).publicJwk),
  }
}
