import { excerpt } from '@haiilo-kit/core/token'
import type { AccessibilityProblem } from '@haiilo-kit/sandbox/playwright'
import { redactUrl } from '../../sources/redact-url.js'
import type { Findings } from '../check-context.js'
import { createFinding } from '../deployment-finding.js'
import type { GuardProxy } from './guard-proxy.js'
import type { Handshake } from './open-view.js'

/** What the findings of a page name. */
export interface ViewContext {
  /** The page, as in the manifest. */
  readonly url: URL
  readonly tenant: URL
  /** Whether the user has named the tenant. */
  readonly isTenantGiven: boolean
  readonly keyDocument: string
  /** Milliseconds. */
  readonly timeout: number
}

/** Reports a page that does not connect, refuses the token, or sends no height that it needs to send. */
export function reportHandshake(handshake: Handshake, needsHeight: boolean, context: ViewContext): Findings {
  if (handshake.kind === 'missing') return [notConnected(handshake.reason, context)]
  if (handshake.kind === 'refused') return [refused(handshake.code, context)]
  if (handshake.hasHeight || !needsHeight) return []
  return [
    createFinding(
      'height-missing',
      context.url,
      `The page sent no height within ${context.timeout / 1000} s, and the manifest has none. The host keeps its frame at 16:9 with a scroll bar.`,
      'Send the height of the content, for example with `observeHeight` of the kit, or add `height` to the entry point in the manifest.',
    ),
  ]
}

function notConnected(reason: string | undefined, { url, timeout }: ViewContext): Findings[number] {
  const why = reason === undefined ? '' : ` The host refused its message: ${excerpt(reason, 200)}.`
  return createFinding(
    'handshake-missing',
    url,
    `The page did not connect to the host within ${timeout / 1000} s.${why}`,
    'Connect when the page loads, for example with `createHaiiloHost()`. Correct errors in the console and failed requests first.',
  )
}

function refused(code: string | undefined, context: ViewContext): Findings[number] {
  const { url, tenant, keyDocument } = context
  if (code === 'ERR_KEYS_UNAVAILABLE')
    return createFinding(
      'handshake-refused',
      url,
      `The page could not load the key document ${keyDocument} (${code}).`,
      `Allow ${new URL(keyDocument).origin} in \`connect-src\` of the Content-Security-Policy.`,
    )
  const isTrust = code === undefined || /^ERR_TOKEN_(?:ISSUER|KEY_UNTRUSTED|SIGNATURE)$/.test(code)
  return createFinding(
    'handshake-refused',
    url,
    `The page refused the ${isTrust ? 'key' : 'token'} of the simulated tenant ${excerpt(tenant.origin)}${code === undefined ? '' : ` (${code})`}.`,
    isTrust ? fixForTrust(context) : 'The page about this code in `@haiilo-kit/core/docs/errors` names the causes.',
  )
}

function fixForTrust({ isTenantGiven }: ViewContext): string {
  return isTenantGiven
    ? 'Add the tenant to the trust rules of the plug-in. If it trusts only its own keys, test it in a real tenant.'
    : 'Pass `--tenant` with one of your tenants.'
}

/** Reports errors in the console. */
export function reportErrors(errors: readonly string[], { url }: ViewContext): Findings {
  const [first] = errors
  if (first === undefined) return []
  const count = errors.length === 1 ? 'an error' : `${errors.length} errors`
  return [
    createFinding(
      'script-error',
      url,
      `The page writes ${count} to the console, such as: ${excerpt(withoutTokens(first), 200)}`,
      'Open the page in the sandbox with the developer tools, and correct the errors.',
    ),
  ]
}

/** A token proves who a user is, even if the user is not real. */
function withoutTokens(text: string): string {
  return text.replaceAll(/eyJ[\w-]*\.[\w-]+\.[\w-]*/g, '[token]').replaceAll(/\s+/g, ' ')
}

/** Reports requests that failed. */
export function reportFailures(
  failures: ReadonlyMap<string, string>,
  { refusal }: Pick<GuardProxy, 'refusal'>,
  { url }: ViewContext,
): Findings {
  return [...failures].map(([address, reason]) => {
    const target = new URL(address)
    return createFinding(
      'request-failed',
      target,
      `The page ${redactUrl(url)} requests this address, but the request fails. ${refusal(target.hostname) ?? reason}`,
      'Deploy what is missing, allow the request with CORS for the origin `null`, or remove it.',
    )
  })
}

/** Reports what axe found. */
export function reportAccessibility(problems: readonly AccessibilityProblem[], { url }: ViewContext): Findings {
  const [first] = problems
  if (!first) return []
  const rules = [...new Set(problems.map(({ rule }) => rule))].join(', ')
  return [
    createFinding(
      'accessibility-rule',
      url,
      `The page breaks accessibility rules: ${excerpt(rules, 200)}. The first one: ${excerpt(first.message, 200)}, at ${excerpt(first.element, 200)}.`,
      'Correct the elements. The name of a rule is the one of axe, whose documentation has examples.',
    ),
  ]
}
