import type { SentEvent } from '@haiilo-kit/simulator/back-end'
import type { BackEndEventName } from '../contract/back-end-entry.js'
import { parseObject } from './json.js'

/** The longest message that a host accepts, in characters. */
const MAX_MESSAGE = 200

type Answer = Pick<SentEvent, 'status' | 'body' | 'verdict' | 'error'>

/**
 * Says what the host does after an answer of a back end, and what to change if it failed.
 *
 * @param timeout Milliseconds that the back end had.
 */
export function explainAnswer(event: BackEndEventName, url: string, answer: Answer, timeout: number): string {
  if (answer.verdict === 'accepted') return ACCEPTED[event]
  const consequence =
    answer.verdict === 'installation-fails'
      ? 'The installation fails.'
      : 'Haiilo Home sends the event again, several times and in no fixed order.'
  return [reasonOf(answer, new URL(url), timeout), consequence, messageOf(answer)].filter(Boolean).join(' ')
}

const ACCEPTED: Readonly<Record<BackEndEventName, string>> = {
  install: 'The plug-in is installed in the tenant.',
  access_token: 'Your back end has the credentials for the API of the tenant.',
  instance_add: 'Your back end knows the widget. Haiilo Home does not send the event again.',
  instance_remove: 'Your back end has removed the widget. Haiilo Home does not send the event again.',
  uninstall: 'The plug-in is uninstalled in the tenant.',
}

function reasonOf({ status, error }: Answer, { origin, pathname }: URL, timeout: number): string {
  if (status === 0) {
    const { name, code } = failureOf(error)
    if (name === 'TimeoutError') return `Your back end did not answer within ${timeout / 1000} seconds.`
    return `No server answers at ${origin}${code && ` (${code})`}. Is your back end running?`
  }
  if (status === 400) return 'Your back end refused the event.'
  if (status === 401)
    return 'Your back end refused the token. For tenants on this machine, `createHaiiloBackend` needs `development: true`.'
  if (status === 404 || status === 405) return `Your back end must accept POST requests at ${pathname}.`
  if (status === 415) return 'Your back end must accept a form with the field `token`.'
  if (status === 503) return 'Your back end cannot handle the event now.'
  if (status < 300) return `Only 201 is a success, not ${status}.`
  if (status < 400) return `Your back end redirects (${status}). Put the final URL into the manifest.`
  return `Your back end failed with the status ${status}.`
}

/** What the administrator sees, or what is missing in the answer. */
function messageOf({ status, body, verdict }: Answer): string {
  const { message } = parseObject(body) ?? {}
  if (typeof message !== 'string' || message === '')
    return status === 400 ? 'The answer should be JSON with `code` and `message`, for the administrator.' : ''
  const excess = message.length > MAX_MESSAGE ? ` The message is longer than ${MAX_MESSAGE} characters.` : ''
  const reader = verdict === 'installation-fails' ? 'The administrator sees' : 'The reason in the answer'
  return `${reader}: “${message}”${excess}`
}

/** The name of a failed request's error, and the code of its cause. */
function failureOf(error: unknown): { readonly name: string; readonly code: string } {
  const { name, cause } = (error ?? {}) as { readonly name?: unknown; readonly cause?: unknown }
  const { code } = (cause ?? {}) as { readonly code?: unknown }
  return { name: typeof name === 'string' ? name : '', code: typeof code === 'string' ? code : '' }
}
