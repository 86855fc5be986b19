import { excerpt, isLoopback } from '@haiilo-kit/core/token'
import { base64url } from 'jose'
import { junkMessages } from './junk-messages.js'

/** Every fault that a simulated host can be given. */
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

/** What goes wrong, by name. */
export type SimulatedFault = (typeof simulatedFaults)[number]

/** A fault in words, for people who choose one. */
export interface FaultDescription {
  /** What the host does. */
  readonly does: string
  /** What a correct plug-in does about it. */
  readonly reaction: string
}

/** A message that the host signs and posts. */
export interface SignedDelivery {
  readonly claims: Readonly<Record<string, unknown>>
  readonly signer: 'home' | 'stranger' | 'nobody'
  /** Named in the header in place of the host's own. */
  readonly jku?: string
  /** Changes the compact token after it was signed. */
  readonly respell?: (token: string) => string
  /** Origin that the posting window has, where it is not the issuer's. In memory only. */
  readonly origin?: string
  /** Milliseconds, on top of the latency. */
  readonly delay?: number
}

/** Messages that are posted as they are. */
export interface JunkDelivery {
  readonly junk: readonly unknown[]
}

export type Delivery = SignedDelivery | JunkDelivery

/** What a fault may need to know of the moment. */
export interface Scene {
  readonly subject: string
  /** How many handshakes were asked for on this load, this one included. */
  readonly handshakes: number
  /** The nonce of a handshake on an earlier load of this instance. */
  readonly earlierNonce: string
  /** Whether the plug-in lives in a real frame, where nobody can pose as another origin. */
  readonly embedded: boolean
}

/** One row of the table: a description, and how the correct message changes. No messages: nothing is posted. */
export interface Fault extends FaultDescription {
  readonly change: (answer: SignedDelivery, scene: Scene) => readonly Delivery[]
}

const foreign = 'https://foreign.haiilo.test'
const hour = 3600

/** The table of all faults. */
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
    change: (answer) => [{ ...answer, respell: (token) => tamper(token, answer.claims) }],
  },
  expired: {
    does: 'answers with a token that expired an hour ago',
    reaction: 'fails with ERR_TOKEN_EXPIRED',
    change: (answer) => [shift(answer, -hour)],
  },
  'not-yet-valid': {
    does: 'answers with a token that is valid in an hour (nbf, iat)',
    reaction: 'fails with ERR_TOKEN_NOT_YET_VALID',
    change: (answer) => {
      const later = shift(answer, hour)
      return [{ ...later, claims: { ...later.claims, nbf: later.claims['iat'] } }]
    },
  },
  'wrong-nonce': {
    does: 'answers with a nonce that nobody sent',
    reaction: 'ignores the answer; ERR_HANDSHAKE_TIMEOUT',
    change: (answer) => [claim(answer, 'jti', crypto.randomUUID())],
  },
  'wrong-subject': {
    does: 'answers with the right nonce under another subject',
    reaction: 'fails with ERR_TOKEN_SUBJECT',
    change: (answer) => [claim(answer, 'sub', 'another-subject')],
  },
  'foreign-issuer': {
    does: 'is another tenant, which signs with the same key and posts from its own origin',
    reaction: 'fails with ERR_TOKEN_ISSUER (in a frame, which keeps its origin: ERR_TOKEN_ORIGIN)',
    change: (answer) => [{ ...claim(answer, 'iss', foreign), origin: foreign }],
  },
  'foreign-origin': {
    does: 'relays a genuine answer from a page of another origin (in a frame: names an issuer that is not the page)',
    reaction: 'fails with ERR_TOKEN_ORIGIN',
    change: (answer, { embedded }) => [embedded ? claim(answer, 'iss', foreign) : { ...answer, origin: foreign }],
  },
  'untrusted-jku': {
    does: 'signs with a key of its own, whose document lies where nobody trusts it',
    reaction: 'fails with ERR_TOKEN_KEY_UNTRUSTED and fetches nothing',
    change: (answer) => [{ ...answer, signer: 'stranger', jku: 'https://keys.stranger.invalid/stranger.jwk.json' }],
  },
  'key-server-down': {
    does: 'signs with a new key, whose document lies at a trusted place that does not answer',
    reaction: 'fails with ERR_KEYS_UNAVAILABLE; retry() asks again',
    change: (answer) => [
      { ...answer, signer: 'stranger', jku: `${deadKeyServer(String(answer.claims['iss']))}/new.jwk.json` },
    ],
  },
  'replayed-save': {
    does: 'sends the same signed save twice',
    reaction: 'answers once',
    change: (answer, { subject }) => (subject === 'save' ? [answer, answer] : [answer]),
  },
  silent: {
    does: 'hears everything and answers nothing',
    reaction: 'fails with ERR_HANDSHAKE_TIMEOUT, never hangs',
    change: () => [],
  },
  slow: {
    does: 'answers after 4 seconds, in time',
    reaction: 'shows that it waits, then is ready',
    change: (answer) => [{ ...answer, delay: 4_000 }],
  },
  late: {
    does: 'answers after 12 seconds, when a plug-in has given up',
    reaction: 'fails with ERR_HANDSHAKE_TIMEOUT and ignores the answer',
    change: (answer) => [{ ...answer, delay: 12_000 }],
  },
  duplicate: {
    does: 'answers twice with the same token',
    reaction: 'is ready once and ignores the second',
    change: (answer) => [answer, answer],
  },
  'junk-flood': {
    does: 'posts hundreds of messages of every type before the answer',
    reaction: 'ignores them and is ready',
    change: (answer) => [{ junk: junkMessages(answer.claims) }, answer],
  },
  'refuses-save': {
    does: 'gets an answer to save and does not store it',
    reaction: 'shows the old configuration at the next load',
    change: (answer) => [answer],
  },
  'answers-once': {
    does: 'answers one handshake a load and no more',
    reaction: 'stays ready; getToken() rejects with ERR_REQUEST_TIMEOUT',
    change: (answer, { subject, handshakes }) => (subject === 'init' && handshakes > 1 ? [] : [answer]),
  },
  'other-user': {
    does: 'answers the second handshake of a load for another user',
    reaction: 'fails with ERR_IDENTITY_CHANGED and drops the token',
    change: (answer, { subject, handshakes }) =>
      subject === 'init' && handshakes > 1 ? [claim(answer, 'ctx.userId', 'another-user')] : [answer],
  },
  'no-jti': {
    does: 'sends save without a nonce',
    reaction: 'answers all the same, and only once',
    change: (answer, { subject }) => (subject === 'save' ? [claim(answer, 'jti', undefined)] : [answer]),
  },
  'respelled-signature': {
    does: 'writes the signature in another base64url spelling that decodes alike; a save comes in both spellings',
    reaction: 'fails with ERR_TOKEN_MALFORMED; answers the save once',
    change: (answer, { subject }) => {
      const respelled = { ...answer, respell: respellSignature }
      return subject === 'save' ? [answer, respelled] : [respelled]
    },
  },
  'stale-early': {
    does: 'answers with the nonce of an earlier load',
    reaction: 'ignores the answer; ERR_HANDSHAKE_TIMEOUT',
    change: (answer, { subject, earlierNonce }) =>
      subject === 'init' ? [claim(answer, 'jti', earlierNonce)] : [answer],
  },
}

/** What a fault does, and how a correct plug-in reacts. */
export function describeFault(fault: SimulatedFault): FaultDescription {
  const { does, reaction } = faults[fault]
  return { does, reaction }
}

/**
 * A fault by its name; nothing for `undefined`.
 *
 * @throws {TypeError} No fault has that name.
 */
export function parseFault(fault: SimulatedFault | undefined): SimulatedFault | undefined {
  if (fault === undefined || Object.hasOwn(faults, fault)) return fault
  throw new TypeError(`fault: there is no “${excerpt(fault)}”. There are ${simulatedFaults.join(', ')}.`)
}

/**
 * A trusted place for key documents that never answers: no client connects to port 9, and nobody looks the name up. Loopback for an
 * issuer on loopback, because nothing else counts for one.
 */
export function deadKeyServer(issuer: string): string {
  return isLoopback(new URL(issuer).hostname) ? 'http://localhost:9' : 'https://keys.haiilo.invalid:9'
}

function claim(answer: SignedDelivery, name: string, value: unknown): SignedDelivery {
  return { ...answer, claims: { ...answer.claims, [name]: value } }
}

function shift(answer: SignedDelivery, seconds: number): SignedDelivery {
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
  // neither 256 nor 512 bytes fill their last character: its lowest bit says nothing
  return token.slice(0, -1) + alphabet.charAt(alphabet.indexOf(token.slice(-1)) ^ 1)
}
