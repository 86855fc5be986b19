import { excerpt, isLoopback } from '@haiilo-kit/core/token'
import { base64url } from 'jose'
import { junkMessages } from './junk-messages.js'

/** The names of all faults. */
export const simulatedFaults = [
  'unsigned',
  'wrong-key',
  'tampered',
  'expired',
  'not-yet-valid',
  'wrong-nonce',
  'wrong-subject',
  'foreign-issuer',
  'foreign-origin',
  'untrusted-jku',
  'key-server-down',
  'replayed-save',
  'silent',
  'slow',
  'late',
  'duplicate',
  'junk-flood',
  'refuses-save',
  'answers-once',
  'other-user',
  'no-jti',
  'respelled-signature',
  'stale-early',
] as const

/** The name of a fault. */
export type SimulatedFault = (typeof simulatedFaults)[number]

/** A description of a fault for people. */
export interface FaultDescription {
  /** What the host does. Completes a sentence that starts with “the host”. */
  readonly does: string
  /** How a correct plug-in reacts. Completes a sentence that starts with “a correct plug-in”. */
  readonly reaction: string
}

/** A message that the host signs and posts. */
export interface SignedMessage {
  readonly claims: Readonly<Record<string, unknown>>
  readonly signer: 'home' | 'stranger' | 'nobody'
  /** Replaces the host's own `jku` in the header. */
  readonly jku?: string
  /** Changes the compact token after signing. */
  readonly alter?: (token: string) => string
  /** The origin of the window that posts, if it is not the issuer. In memory only. */
  readonly origin?: string
  /** Milliseconds, in addition to the latency. */
  readonly delay?: number
}

/** Messages that are posted without a signature. */
export interface JunkMessages {
  readonly junk: readonly unknown[]
}

export type OutgoingMessage = SignedMessage | JunkMessages

/** The situation in which a message is sent. */
export interface FaultContext {
  readonly subject: string
  /** The number of handshake requests since the page was loaded, including this one. */
  readonly handshakes: number
  /** The nonce of a handshake of an earlier load of this instance. */
  readonly earlierNonce: string
  /** Whether the plug-in is in a real frame. There the host cannot post as another origin. */
  readonly embedded: boolean
}

/** One entry of the fault table. */
export interface Fault extends FaultDescription {
  /** Returns the messages to post instead of the correct one. An empty array means no answer. */
  readonly change: (answer: SignedMessage, context: FaultContext) => readonly OutgoingMessage[]
}

const FOREIGN_ORIGIN = 'https://foreign.haiilo.test'
const HOUR = 3600

/** All faults by name. */
export const faults: Readonly<Record<SimulatedFault, Fault>> = {
  unsigned: {
    does: 'answers with alg none and an empty signature',
    reaction: 'fails with ERR_TOKEN_ALGORITHM',
    change: (answer) => [{ ...answer, signer: 'nobody' }],
  },
  'wrong-key': {
    does: 'signs with a key that is not the host’s',
    reaction: 'fails with ERR_TOKEN_SIGNATURE',
    change: (answer) => [{ ...answer, signer: 'stranger' }],
  },
  tampered: {
    does: 'changes the user id after signing',
    reaction: 'fails with ERR_TOKEN_SIGNATURE',
    change: (answer) => [{ ...answer, alter: (token) => tamper(token, answer.claims) }],
  },
  expired: {
    does: 'answers with a token that expired an hour ago',
    reaction: 'fails with ERR_TOKEN_EXPIRED',
    change: (answer) => [shiftTime(answer, -HOUR)],
  },
  'not-yet-valid': {
    does: 'answers with a token that becomes valid in an hour (nbf, iat)',
    reaction: 'fails with ERR_TOKEN_NOT_YET_VALID',
    change: (answer) => {
      const later = shiftTime(answer, HOUR)
      return [{ ...later, claims: { ...later.claims, nbf: later.claims['iat'] } }]
    },
  },
  'wrong-nonce': {
    does: 'answers with a nonce that the plug-in did not send',
    reaction: 'ignores the answer, then fails with ERR_HANDSHAKE_TIMEOUT',
    change: (answer) => [withClaim(answer, 'jti', crypto.randomUUID())],
  },
  'wrong-subject': {
    does: 'answers with the right nonce but another subject',
    reaction: 'fails with ERR_TOKEN_SUBJECT',
    change: (answer) => [withClaim(answer, 'sub', 'another-subject')],
  },
  'foreign-issuer': {
    does: 'answers as another tenant that signs with the same key and posts from its own origin',
    reaction: 'fails with ERR_TOKEN_ISSUER (in a frame: ERR_TOKEN_ORIGIN)',
    change: (answer) => [{ ...withClaim(answer, 'iss', FOREIGN_ORIGIN), origin: FOREIGN_ORIGIN }],
  },
  'foreign-origin': {
    does: 'relays a genuine answer from a page of another origin (in a frame: names another issuer than the page)',
    reaction: 'fails with ERR_TOKEN_ORIGIN',
    change: (answer, { embedded }) => [
      embedded ? withClaim(answer, 'iss', FOREIGN_ORIGIN) : { ...answer, origin: FOREIGN_ORIGIN },
    ],
  },
  'untrusted-jku': {
    does: 'signs with another key and names a key document on an untrusted server',
    reaction: 'fails with ERR_TOKEN_KEY_UNTRUSTED and fetches nothing',
    change: (answer) => [{ ...answer, signer: 'stranger', jku: 'https://keys.stranger.invalid/stranger.jwk.json' }],
  },
  'key-server-down': {
    does: 'signs with a new key and names a key document on a trusted server that does not respond',
    reaction: 'fails with ERR_KEYS_UNAVAILABLE; retry() tries again',
    change: (answer) => [
      { ...answer, signer: 'stranger', jku: `${unreachableKeyServer(String(answer.claims['iss']))}/new.jwk.json` },
    ],
  },
  'replayed-save': {
    does: 'sends the same signed save twice',
    reaction: 'answers once and refuses the copy with ERR_TOKEN_REPLAYED',
    change: (answer, { subject }) => (subject === 'save' ? [answer, answer] : [answer]),
  },
  silent: {
    does: 'receives all messages and answers none',
    reaction: 'fails with ERR_HANDSHAKE_TIMEOUT and does not hang',
    change: () => [],
  },
  slow: {
    does: 'answers after 4 seconds, within the timeout',
    reaction: 'shows a loading state, then is ready',
    change: (answer) => [{ ...answer, delay: 4_000 }],
  },
  late: {
    does: 'answers after 12 seconds, after the timeout',
    reaction: 'fails with ERR_HANDSHAKE_TIMEOUT and ignores the answer',
    change: (answer) => [{ ...answer, delay: 12_000 }],
  },
  duplicate: {
    does: 'answers twice with the same token',
    reaction: 'is ready once and ignores the second answer',
    change: (answer) => [answer, answer],
  },
  'junk-flood': {
    does: 'posts hundreds of messages of many types before the answer',
    reaction: 'ignores them and is ready',
    change: (answer) => [{ junk: junkMessages(answer.claims) }, answer],
  },
  'refuses-save': {
    does: 'receives the answer to save but does not store it',
    reaction: 'shows the old configuration after the next load',
    change: (answer) => [answer],
  },
  'answers-once': {
    does: 'answers only the first handshake of each load',
    reaction: 'stays ready; getToken() rejects with ERR_REQUEST_TIMEOUT',
    change: (answer, { subject, handshakes }) => (subject === 'init' && handshakes > 1 ? [] : [answer]),
  },
  'other-user': {
    does: 'answers the second handshake of a load with another user',
    reaction: 'fails with ERR_IDENTITY_CHANGED and drops the token',
    change: (answer, { subject, handshakes }) =>
      subject === 'init' && handshakes > 1 ? [withClaim(answer, 'ctx.userId', 'another-user')] : [answer],
  },
  'no-jti': {
    does: 'sends save without a nonce',
    reaction: 'answers once',
    change: (answer, { subject }) => (subject === 'save' ? [withClaim(answer, 'jti', undefined)] : [answer]),
  },
  'respelled-signature': {
    does: 'spells the signature differently in base64url, with the same bytes; sends save in both spellings',
    reaction: 'fails with ERR_TOKEN_MALFORMED; answers the save once',
    change: (answer, { subject }) => {
      const respelled = { ...answer, alter: respellSignature }
      return subject === 'save' ? [answer, respelled] : [respelled]
    },
  },
  'stale-early': {
    does: 'answers with the nonce of an earlier load',
    reaction: 'ignores the answer, then fails with ERR_HANDSHAKE_TIMEOUT',
    change: (answer, { subject, earlierNonce }) =>
      subject === 'init' ? [withClaim(answer, 'jti', earlierNonce)] : [answer],
  },
}

/** Describes what the host does under a fault and how a correct plug-in reacts. */
export function describeFault(fault: SimulatedFault): FaultDescription {
  const { does, reaction } = faults[fault]
  return { does, reaction }
}

/**
 * Checks the name of a fault, or returns `undefined` for `undefined`.
 *
 * @throws {TypeError} There is no fault with this name.
 */
export function parseFault(fault: SimulatedFault | undefined): SimulatedFault | undefined {
  if (fault === undefined || Object.hasOwn(faults, fault)) return fault
  throw new TypeError(`fault: there is no fault “${excerpt(fault)}”. Use one of ${simulatedFaults.join(', ')}.`)
}

/**
 * Returns a trusted URL for key documents that never responds. Clients refuse to connect to port 9, so not even the name is looked up.
 * An issuer on localhost gets a localhost URL, because plug-ins trust no other for it.
 */
export function unreachableKeyServer(issuer: string): string {
  return isLoopback(new URL(issuer).hostname) ? 'http://localhost:9' : 'https://keys.haiilo.invalid:9'
}

function withClaim(answer: SignedMessage, name: string, value: unknown): SignedMessage {
  return { ...answer, claims: { ...answer.claims, [name]: value } }
}

function shiftTime(answer: SignedMessage, seconds: number): SignedMessage {
  const { iat, exp } = answer.claims
  return { ...answer, claims: { ...answer.claims, iat: Number(iat) + seconds, exp: Number(exp) + seconds } }
}

function tamper(token: string, claims: Readonly<Record<string, unknown>>): string {
  const [header, , signature] = token.split('.')
  const payload = base64url.encode(JSON.stringify({ ...claims, 'ctx.userId': 'another-user' }))
  return [header, payload, signature].join('.')
}

function respellSignature(token: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  // the last base64url character of 256 or 512 bytes has unused bits: its lowest bit does not change the bytes
  return token.slice(0, -1) + alphabet.charAt(alphabet.indexOf(token.slice(-1)) ^ 1)
}
