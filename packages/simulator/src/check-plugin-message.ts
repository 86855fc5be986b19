import type { PluginView } from '@haiilo-kit/core'
import { excerpt } from '@haiilo-kit/core/token'

/** A message of the plug-in that has the documented form. */
export interface PluginMessage {
  readonly subject: string
  /** Absent where the plug-in left it out; the host then makes one up. */
  readonly nonce: string | undefined
  readonly payload: Readonly<Record<string, unknown>>
}

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

/** Checks a message as the real host does: a plain object with known source, subject and nonce; anything else is refused. */
export function checkPluginMessage(data: unknown, { source, view, knows }: Expectation): CheckedMessage {
  if (!isPlainObject(data)) return { reason: `not a plain object but ${typeName(data)}` }
  const { iss, sub, jti, ...payload } = data
  const read = {
    payload,
    ...(typeof sub === 'string' && { subject: excerpt(sub) }),
    ...(typeof jti === 'string' && { nonce: excerpt(jti) }),
  }
  const refused = (reason: string): CheckedMessage => ({ ...read, reason })

  if (typeof iss !== 'string') return refused('iss is not a string')
  if (iss !== issuerOf(source, view)) return refused(wrongIssuer(iss, source, view))
  if (typeof sub !== 'string') return refused('sub is not a string')
  if (!documented.has(sub) && !knows(sub)) return refused('sub is no subject that this host knows')
  if (jti !== undefined && typeof jti !== 'string') return refused('jti is not a string')
  const flaw = findFlaw(sub, payload, view)
  if (flaw) return refused(flaw)
  return { subject: sub, nonce: jti, payload }
}

/** Issuer of what a page sends: the source id, with a suffix for configuration views. */
export function issuerOf(source: string, view: PluginView): string {
  return view === 'config' ? `${source}-cfg` : source
}

const documented: ReadonlySet<string> = new Set(['init', 'setHeight', 'setConfig'])

function findFlaw(subject: string, payload: Readonly<Record<string, unknown>>, view: PluginView): string | undefined {
  const reserved = ['aud', 'exp', 'iat', 'nbf'].find((name) => Object.hasOwn(payload, name))
  if (reserved) return `the payload collides with the claim ${reserved}`
  const { height, data } = payload
  if (subject === 'setHeight' && !(typeof height === 'number' && Number.isFinite(height) && height >= 0)) {
    return 'height is not a finite number of at least 0'
  }
  if (subject !== 'setConfig') return undefined
  if (view !== 'config') return 'only a configuration view may send setConfig'
  if (typeof data === 'boolean' || (isPlainObject(data) && isJson(data))) return undefined
  return 'data is neither a boolean nor a plain object that fits into JSON'
}

function wrongIssuer(iss: string, source: string, view: PluginView): string {
  const other = view === 'config' ? 'plugin' : 'config'
  if (iss === issuerOf(source, other)) return `iss is that of a page opened as view “${other}”, but this is a “${view}”`
  return 'iss is not the source id of this page'
}

/** Also of another realm, as whatever comes out of a frame. */
function isPlainObject(data: unknown): data is Readonly<Record<string, unknown>> {
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
