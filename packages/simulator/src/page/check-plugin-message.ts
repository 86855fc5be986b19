import type { PluginView } from '@haiilo-kit/core'
import { excerpt } from '@haiilo-kit/core/token'

/** A message of the plug-in in the documented format. */
export interface PluginMessage {
  readonly subject: string
  /** `undefined` if the plug-in sent none. The host then generates one. */
  readonly nonce: string | undefined
  readonly payload: Payload
}

type Payload = Readonly<Record<string, unknown>>

/** The message, or the reason why it was refused, with the parts of it that could be read. */
export type CheckedMessage =
  ({ readonly reason?: undefined } & PluginMessage) | ({ readonly reason: string } & Partial<PluginMessage>)

/** The page that may send messages, and the subjects that it may use. */
export interface ExpectedSender {
  readonly source: string
  readonly view: PluginView
  /** Whether the host answers this subject in addition to the documented ones. */
  readonly isKnownSubject: (subject: string) => boolean
}

/**
 * Checks a message like the real host: it must be a plain object with a known source, subject and nonce. The reason for a refusal names
 * all problems.
 */
export function checkPluginMessage(data: unknown, expected: ExpectedSender): CheckedMessage {
  if (!isPlainObject(data)) return { reason: `expected a plain object, got ${describeType(data)}` }
  const { iss, sub, jti, ...payload } = data
  const problems = [
    checkIssuer(iss, expected),
    checkSubject(sub, expected),
    jti !== undefined && typeof jti !== 'string' && 'jti is not a string',
    ...checkReservedClaims(payload),
    sub === 'setHeight' && checkHeight(payload),
    ...(sub === 'setConfig' ? checkConfig(payload, expected) : []),
  ].filter((problem) => typeof problem === 'string')
  if (!problems.length) return { subject: String(sub), nonce: typeof jti === 'string' ? jti : undefined, payload }
  return {
    payload,
    ...(typeof sub === 'string' && { subject: excerpt(sub) }),
    ...(typeof jti === 'string' && { nonce: excerpt(jti) }),
    reason: problems.join('; '),
  }
}

/** Returns the issuer of a page's messages: its source id, with a suffix for configuration views. */
export function issuerOf(source: string, view: PluginView): string {
  return view === 'config' ? `${source}-cfg` : source
}

const DOCUMENTED_SUBJECTS: ReadonlySet<string> = new Set(['init', 'setHeight', 'setConfig'])

function checkIssuer(iss: unknown, { source, view }: ExpectedSender): string | undefined {
  if (typeof iss !== 'string') return 'iss is not a string'
  return iss === issuerOf(source, view) ? undefined : describeWrongIssuer(iss, source, view)
}

function checkSubject(sub: unknown, { isKnownSubject }: ExpectedSender): string | undefined {
  if (typeof sub !== 'string') return 'sub is not a string'
  return DOCUMENTED_SUBJECTS.has(sub) || isKnownSubject(sub) ? undefined : 'sub is not a known subject'
}

function checkReservedClaims(payload: Payload): readonly string[] {
  const reserved = ['aud', 'exp', 'iat', 'nbf'].filter((name) => Object.hasOwn(payload, name))
  return reserved.map((name) => `the payload contains the reserved claim ${name}`)
}

function checkHeight({ height }: Payload): string | undefined {
  const isHeight = typeof height === 'number' && Number.isFinite(height) && height >= 0
  return isHeight ? undefined : 'height is not a finite number of at least 0'
}

function checkConfig({ data }: Payload, { view }: ExpectedSender): readonly (string | undefined)[] {
  const isAnswer = typeof data === 'boolean' || (isPlainObject(data) && isJson(data))
  return [
    view === 'config' ? undefined : 'only a configuration view may send setConfig',
    isAnswer ? undefined : 'data is neither a boolean nor a plain object that can be written as JSON',
  ]
}

function describeWrongIssuer(iss: string, source: string, view: PluginView): string {
  const other = view === 'config' ? 'plugin' : 'config'
  if (iss === issuerOf(source, other)) return `iss is for the view “${other}”, but this page was opened as “${view}”`
  return 'iss is not the source id of this page'
}

/** Also accepts objects of another realm, because messages of a frame may contain them. */
function isPlainObject(data: unknown): data is Payload {
  if (Object.prototype.toString.call(data) !== '[object Object]') return false
  const prototype: unknown = Object.getPrototypeOf(data)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

function isJson(data: object): boolean {
  try {
    return JSON.stringify(data).length > 0
  } catch {
    return false // circular, or contains a bigint
  }
}

function describeType(data: unknown): string {
  return data === null ? 'null' : typeof data === 'object' ? 'another kind of object' : `a ${typeof data}`
}
