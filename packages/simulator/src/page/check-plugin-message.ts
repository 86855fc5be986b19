import type { PluginView } from '@haiilo-kit/core'
import { excerpt } from '@haiilo-kit/core/token'

/** A message of the plug-in that has the documented form. */
export interface PluginMessage {
  readonly subject: string
  /** Absent where the plug-in left it out; the host then makes one up. */
  readonly nonce: string | undefined
  readonly payload: Payload
}

type Payload = Readonly<Record<string, unknown>>

/** What the check found: the message, or why it was refused and what of it could be read. */
export type CheckedMessage =
  ({ readonly reason?: undefined } & PluginMessage) | ({ readonly reason: string } & Partial<PluginMessage>)

/** Whom a message is expected from. */
export interface Expectation {
  readonly source: string
  readonly view: PluginView
  /** Whether somebody answers this subject beyond the documented ones. */
  readonly knows: (subject: string) => boolean
}

/**
 * Checks a message as the real host does: a plain object with known source, subject and nonce; anything else is refused. The reason
 * names every flaw.
 */
export function checkPluginMessage(data: unknown, expected: Expectation): CheckedMessage {
  if (!isPlainObject(data)) return { reason: `not a plain object but ${typeName(data)}` }
  const { iss, sub, jti, ...payload } = data
  const flaws = [
    issuerFlaw(iss, expected),
    subjectFlaw(sub, expected),
    jti !== undefined && typeof jti !== 'string' && 'jti is not a string',
    ...claimFlaws(payload),
    sub === 'setHeight' && heightFlaw(payload),
    ...(sub === 'setConfig' ? configFlaws(payload, expected) : []),
  ].filter((flaw) => typeof flaw === 'string')
  if (!flaws.length) return { subject: String(sub), nonce: typeof jti === 'string' ? jti : undefined, payload }
  return {
    payload,
    ...(typeof sub === 'string' && { subject: excerpt(sub) }),
    ...(typeof jti === 'string' && { nonce: excerpt(jti) }),
    reason: flaws.join('; '),
  }
}

/** Issuer of what a page sends: the source id, with a suffix for configuration views. */
export function issuerOf(source: string, view: PluginView): string {
  return view === 'config' ? `${source}-cfg` : source
}

const documented: ReadonlySet<string> = new Set(['init', 'setHeight', 'setConfig'])

function issuerFlaw(iss: unknown, { source, view }: Expectation): string | undefined {
  if (typeof iss !== 'string') return 'iss is not a string'
  return iss === issuerOf(source, view) ? undefined : wrongIssuer(iss, source, view)
}

function subjectFlaw(sub: unknown, { knows }: Expectation): string | undefined {
  if (typeof sub !== 'string') return 'sub is not a string'
  return documented.has(sub) || knows(sub) ? undefined : 'sub is no subject that this host knows'
}

function claimFlaws(payload: Payload): readonly string[] {
  const reserved = ['aud', 'exp', 'iat', 'nbf'].filter((name) => Object.hasOwn(payload, name))
  return reserved.map((name) => `the payload collides with the claim ${name}`)
}

function heightFlaw({ height }: Payload): string | undefined {
  const isHeight = typeof height === 'number' && Number.isFinite(height) && height >= 0
  return isHeight ? undefined : 'height is not a finite number of at least 0'
}

function configFlaws({ data }: Payload, { view }: Expectation): readonly (string | undefined)[] {
  const isAnswer = typeof data === 'boolean' || (isPlainObject(data) && isJson(data))
  return [
    view === 'config' ? undefined : 'only a configuration view may send setConfig',
    isAnswer ? undefined : 'data is neither a boolean nor a plain object that fits into JSON',
  ]
}

function wrongIssuer(iss: string, source: string, view: PluginView): string {
  const other = view === 'config' ? 'plugin' : 'config'
  if (iss === issuerOf(source, other)) return `iss is that of a page opened as view “${other}”, but this is a “${view}”`
  return 'iss is not the source id of this page'
}

/** Also of another realm, as whatever comes out of a frame. */
function isPlainObject(data: unknown): data is Payload {
  if (Object.prototype.toString.call(data) !== '[object Object]') return false
  const prototype: unknown = Object.getPrototypeOf(data)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

function isJson(data: object): boolean {
  try {
    return JSON.stringify(data).length > 0
  } catch {
    return false // a cycle, or a bigint
  }
}

function typeName(data: unknown): string {
  return data === null ? 'null' : typeof data === 'object' ? 'some other object' : `a ${typeof data}`
}
