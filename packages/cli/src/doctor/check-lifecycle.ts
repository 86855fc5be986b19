import { randomBytes } from 'node:crypto'
import { describeStatus } from '../sources/status.js'
import type { CheckContext, Findings } from './check-context.js'
import type { Webhook } from './deployment.js'
import { createFinding } from './deployment-finding.js'

/** Events that add something. An event that removes something is never sent: a server that accepts it could delete data. */
const HARMLESS = ['install', 'instance_add'] as const

/** What the checks of the webhook depend on. */
export interface LifecycleOptions {
  /** Whether the webhook may be called. */
  readonly isAllowed: boolean
  /** The URL of the manifest. */
  readonly manifest: URL
}

/** Sends the webhook an event with a token that the host did not sign, and checks that it is refused. */
export async function checkLifecycle(
  { url, events }: Webhook,
  options: LifecycleOptions,
  { requests }: CheckContext,
): Promise<Findings> {
  const event = HARMLESS.find((each) => events.includes(each))
  if (event === undefined) return [notChecked(url, 'It has no event that is safe to send.', TEST_YOURSELF)]
  const obstacle = findObstacle(url, options)
  if (obstacle) return [obstacle]
  const target = new URL(`${url.href}${event}`)
  const body = new URLSearchParams({ token: forgeToken(event) }).toString()
  const outcome = await requests.send(target, { headers: FORM, body })
  if (outcome.kind === 'skipped') return []
  if (outcome.kind === 'failed') return [wrongStatus(target, outcome.reason)]
  const { response } = outcome
  if (response.ok) return [acceptsForgery(target, response.status)]
  return response.status === 400 ? [] : [wrongStatus(target, describeStatus(response.status))]
}

const FORM = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' }

/** Returns a token with valid claims and a signature of random bytes. No host has the name of its issuer (RFC 6761). */
function forgeToken(event: string): string {
  const now = Math.floor(Date.now() / 1000)
  const header = { alg: 'RS512', kid: NAME, typ: 'JWT' }
  const claims = {
    iss: `https://${NAME}.invalid`,
    sub: event,
    iat: now,
    exp: now + 60,
    tenantId: NAME,
    pluginId: NAME,
    instanceId: NAME,
  }
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${encode(header)}.${encode(claims)}.${randomBytes(256).toString('base64url')}`
}

const NAME = 'haiilo-kit-doctor'

function findObstacle(url: URL, { isAllowed, manifest }: LifecycleOptions): Findings[number] | undefined {
  if (!isAllowed)
    return notChecked(url, 'A call can have effects.', 'Run again with `--webhook`, preferably against a test system.')
  if (url.origin === manifest.origin) return undefined
  return notChecked(url, 'It is on another server than the manifest.', TEST_YOURSELF)
}

const TEST_YOURSELF = 'Test in your own back end that it answers a forged token with 400.'

function notChecked(url: URL, message: string, fix: string): Findings[number] {
  return createFinding('lifecycle-not-checked', url, `The webhook was not called with a forged token. ${message}`, fix)
}

function acceptsForgery(url: URL, status: number): Findings[number] {
  return createFinding(
    'lifecycle-forged-token',
    url,
    `The webhook answers a forged token with status ${status}, so anybody can send it events.`,
    'Verify the signature and the claims of every token, answer 400 if this fails, and remove the tenant `haiilo-kit-doctor`.',
  )
}

function wrongStatus(url: URL, reason: string): Findings[number] {
  return createFinding(
    'lifecycle-status',
    url,
    `The webhook does not answer an invalid token with status 400. ${reason}`,
    'Answer 400 with a JSON object that has `code` and `message`.',
  )
}
