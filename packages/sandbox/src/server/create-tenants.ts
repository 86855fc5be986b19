import type { IncomingMessage, ServerResponse } from 'node:http'
import { createSimulatedTenant, type ReceivedNotification, type SimulatedTenant } from '@haiilo-kit/simulator/back-end'
import type { BackEndEntry, BackEndEventName, NotificationEntry, SentEventEntry } from '../contract/back-end-entry.js'
import { HOSTS, TENANT_IDS, type TenantName } from '../contract/hosts.js'
import { PATHS } from '../contract/paths.js'
import { explainAnswer } from './explain-answer.js'
import { HttpError, readText } from './json.js'
import { readPublicToken } from './public-token.js'

/** How long a host waits for a back end, in milliseconds. */
const TIMEOUT = 30_000

/** In bytes. The page shows the start of an answer. */
const MAX_ANSWER = 4096

export interface EventToSend {
  readonly event: BackEndEventName
  readonly instanceId: string | undefined
  /** The complete URL. Its end is the name of the event. */
  readonly url: string
}

export interface TenantsOptions {
  /** The port of this server. It is known when it listens. */
  readonly port: () => number
  /** Returns the URL of `access_token`, when a back end requests a new one. */
  readonly accessTokenUrl: () => string | undefined
  /** Called with what happens without a request of the page. */
  readonly onEntry: (entry: BackEndEntry) => void
  /** Milliseconds. Default: 30,000. */
  readonly timeout?: number
}

/** The simulated tenants as the author's back end sees them: they send events, and have an API. */
export interface Tenants {
  readonly send: (name: TenantName, event: EventToSend) => Promise<SentEventEntry>
  /** The key document. All tenants have the same key, as in the vendor's cloud. */
  readonly keyDocument: () => Promise<object>
  /** Answers a request of a back end to the API of a tenant. */
  readonly answerApi: (request: IncomingMessage, response: ServerResponse) => Promise<void>
}

export function createTenants({ port, accessTokenUrl, onEntry, timeout = TIMEOUT }: TenantsOptions): Tenants {
  const tenants = new Map<TenantName, SimulatedTenant>()

  function tenantOf(name: TenantName): SimulatedTenant {
    const known = tenants.get(name)
    if (known) return known
    const tenant = createSimulatedTenant({
      tenant: { url: `http://${HOSTS[name]}:${port()}`, id: TENANT_IDS[name] },
      apiPath: `${PATHS.api}${name}/`,
      // Node does not resolve names below localhost on every system
      jku: `http://localhost:${port()}${PATHS.key}`,
      fetch: (url, init) => fetchStart(url, { ...init, signal: AbortSignal.timeout(timeout) }),
    })
    tenants.set(name, tenant)
    return tenant
  }

  async function send(name: TenantName, { event, instanceId, url }: EventToSend): Promise<SentEventEntry> {
    const time = Date.now()
    const base = url.slice(0, -event.length)
    const answer = await tenantOf(name).send(event, base, instanceId === undefined ? {} : { instanceId })
    return {
      type: 'event',
      tenant: name,
      ...{ event, instanceId, time, url },
      ...readPublicToken(answer.token),
      status: answer.status,
      body: answer.body,
      duration: Date.now() - time,
      verdict: answer.verdict,
      explanation: explainAnswer(event, url, answer, timeout),
    }
  }

  /** A back end that has lost its refresh token requests the event again. */
  async function sendRequested(name: TenantName): Promise<void> {
    const url = accessTokenUrl()
    if (url !== undefined) onEntry(await send(name, { event: 'access_token', instanceId: undefined, url }))
  }

  return {
    send,
    keyDocument: () => tenantOf('first').keyDocument(),
    async answerApi(request, response) {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost')
      const name = (['first', 'second'] as const).find((each) => pathname.startsWith(`${PATHS.api}${each}/`))
      if (!name) throw new HttpError(404, 'There is no such tenant.')
      const tenant = tenantOf(name)
      const [notified, triggered] = [tenant.notifications.length, tenant.triggerCount()]
      const answer = await tenant.handle(await toWebRequest(request))
      response.writeHead(answer.status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
      response.end(await answer.text())
      for (const each of tenant.notifications.slice(notified)) onEntry(notificationEntry(name, each))
      if (tenant.triggerCount() > triggered) await sendRequested(name)
    },
  }
}

/** Sends a request, and reads only the start of the answer. Does not follow redirects. */
const fetchStart: typeof fetch = async (url, init) => {
  const response = await fetch(url, { ...init, redirect: 'manual' })
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk)
    size += chunk.length
    if (size >= MAX_ANSWER) break
  }
  const text = Buffer.concat(chunks).subarray(0, MAX_ANSWER).toString('utf8')
  // some statuses allow no body
  return new Response(text || null, { status: response.status })
}

async function toWebRequest(request: IncomingMessage): Promise<Request> {
  const { method = 'GET', url = '/', headers } = request
  const body = await readText(request)
  return new Request(new URL(url, 'http://localhost'), {
    method,
    headers: { authorization: headers.authorization ?? '', 'content-type': headers['content-type'] ?? '' },
    body: body || null,
  })
}

function notificationEntry(tenant: TenantName, { instanceId, body }: ReceivedNotification): NotificationEntry {
  const { recipientId, recipientEmail, message, messages } = body
  const texts: readonly unknown[] = [message, ...Object.values({ ...(messages as object | undefined) })]
  return {
    type: 'notification',
    tenant,
    time: Date.now(),
    instanceId,
    recipient: firstText([recipientId, recipientEmail]),
    text: firstText(texts),
  }
}

function firstText(values: readonly unknown[]): string {
  return values.find((value): value is string => typeof value === 'string') ?? ''
}
