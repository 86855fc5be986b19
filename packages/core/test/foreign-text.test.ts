import { runInThisContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostNotReady, providerMissing } from '../src/binding/index.js'
import { checkEmbedder, parseOrigins } from '../src/connection/check-embedder.js'
import { createMessageVerifier } from '../src/connection/message-verifier.js'
import { createPendingRequests } from '../src/connection/pending-requests.js'
import { createWireLog } from '../src/connection/wire-log.js'
import { excerpt } from '../src/errors.js'
import { HaiiloError, haiiloFetch, haiiloTrust } from '../src/index.js'
import { clonePayload } from '../src/lib/clone-payload.js'
import { decodeToken } from '../src/token/decode-token.js'
import { fetchKeyDocument } from '../src/token/fetch-key-document.js'
import { importKey } from '../src/token/import-key.js'
import { verifyToken } from '../src/token/index.js'
import { compileTrust, type TrustRule } from '../src/token/trust.js'
import { createVerifier } from '../src/token/verifier.js'
import { segment } from './raw-signer.js'

/** Control characters for terminals and logs, and invisible characters. */
const piece = fc.constantFrom(
  '\n',
  '\r',
  '\u0000',
  '\u0007',
  '\u0085',
  '\u001B[31m',
  '\u001B]8;;https://evil.example\u0007',
  '\u009B2J',
  '\u00AD',
  '\u034F',
  '\u115F',
  '\u200B',
  '\u202E',
  '\u2028',
  '\u2029',
  '\u2066',
  '\u3164',
  '\uD800',
  '\uDC00',
  '\uFE0F',
  '\uFEFF',
  '\u{E0041}',
  '\u{10FFFF}',
  '😀',
  'https://',
  '.example.com',
  'a'.repeat(99),
  'x',
)
const text = fc.oneof(
  fc.array(piece, { minLength: 1, maxLength: 20 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 2000 }),
)

/** In characters. Enough for two excerpts and our own text; longer messages would flood a log. */
const MAX_LENGTH = 450
/** The limit for messages that come from the application or from a binding. */
const MAX_LENGTH_OF_ANY = 700
const CAPPED = /ERR_(?:SAVE_FAILED|PROVIDER_MISSING|HOST_NOT_READY)/
const HIDDEN = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u

const clock = (): number => 1_700_000_000_000
const now = clock() / 1000
const rule: TrustRule = { issuer: 'https://home.example.com', jku: ['https://keys.example.com/'] }

function token(claims: object, header: object = {}): string {
  const times = { sub: 'init', iat: now, exp: now + 60, 'ctx.userId': 'user-1' }
  return [{ alg: 'RS512', ...header }, { ...times, ...claims }, ''].map((part) => (part ? segment(part) : '')).join('.')
}

async function verifyResponseTo(subject: string): Promise<unknown> {
  const verifier = createVerifier({
    rules: compileTrust([rule]),
    algorithms: new Set(['RS512']),
    clockTolerance: 30,
    clock,
    fetch,
    development: false,
  })
  const data = token({ sub: 'other' })
  const decoded = decodeToken(data)
  if (!decoded) throw new Error('the token cannot be read')
  const messages = createMessageVerifier(
    { verifier: () => verifier, embedders: new Set() },
    new AbortController().signal,
  )
  return messages.verifyResponse({ data, origin: rule.issuer, token: decoded }, subject)
}

function refusedSubject(subject: string): unknown {
  const entries: unknown[] = []
  const decoded = decodeToken(token({ sub: subject }))
  if (!decoded) throw new Error('the token cannot be read')
  createWireLog((entry) => entries.push(entry.subject), clock).refused('', decoded, undefined)
  return Promise.reject(new Error(String(entries[0])))
}

const verify = (claims: object, header?: object): Promise<unknown> =>
  verifyToken(token(claims, header), { trust: [rule], clock })

const backend = { backends: [], fetch, getToken: () => Promise.resolve('token') }

const paths: Record<string, (foreign: string) => unknown> = {
  'the issuer of a token': (foreign) => verify({ iss: foreign }),
  'an issuer that no rule names': (foreign) => verify({ iss: `https://${foreign.slice(0, 1000)}.example.org` }),
  'the algorithm of a token': (foreign) => verify({ iss: rule.issuer }, { alg: foreign }),
  'the key document of a token': (foreign) => verify({ iss: rule.issuer }, { jku: foreign }),
  'the user of a token': (foreign) => verify({ iss: rule.issuer, 'ctx.userId': [foreign] }),
  'the subject of a token': (foreign) => verify({ sub: foreign }),
  'the expected subject': (foreign) => verifyToken(token({}), { subject: foreign, clock }),
  'the subject of a response': verifyResponseTo,
  'the subject of a refused message in the wire log': refusedSubject,
  'the origin of the host': (foreign) => checkEmbedder(foreign, rule.issuer, new Set()),
  'the origin and issuer of the host': (foreign) =>
    checkEmbedder(`https://${foreign}`, `https://x${foreign}`, new Set()),
  'an origin in an option': (foreign) => parseOrigins('embedders', [foreign]),
  'the issuer of a rule': (foreign) => compileTrust([{ issuer: foreign }]),
  'the key place of a rule': (foreign) => compileTrust([{ ...rule, jku: [foreign] }]),
  'a tenant': (foreign) => haiiloTrust({ tenants: [foreign] }),
  'a key place': (foreign) => haiiloTrust({ jku: [foreign] }),
  'a key document that is not JSON': (foreign) =>
    fetchKeyDocument(new URL('https://keys.example.com'), async () => new Response(`{"a":${foreign}`)),
  'a text that follows JSON': (foreign) =>
    fetchKeyDocument(new URL('https://keys.example.com'), async () => new Response(`{} ${foreign}`)),
  'the name of a key server': () =>
    fetchKeyDocument(new URL(`https://${'a.'.repeat(1000)}example.com`), async () => new Response('', { status: 404 })),
  'the modulus of a key': (foreign) => importKey({ kty: 'RSA', n: foreign, e: 'AQAB' }, 'RS512'),
  'the exponent of a key': (foreign) => importKey({ kty: 'RSA', n: 'AQAB', e: foreign }, 'RS512'),
  'a name in a payload': (foreign) => clonePayload({ [`x${foreign}`]: { [foreign]: Symbol('x') } }),
  'the source of a function in a payload': (foreign) =>
    clonePayload({ done: runInThisContext(`(() => \n ${JSON.stringify(foreign)})`) as object }),
  'the description of a symbol in a payload': (foreign) => clonePayload({ data: Symbol(foreign) }),
  'the subject of a request': (foreign) =>
    createPendingRequests().start({ subject: foreign, timeout: 1, send: () => undefined }),
  'the address of a request': () => haiiloFetch(backend, `https://${'a.'.repeat(1000)}example.com`),
  'what a binding says to write': (foreign) => Promise.reject(providerMissing(foreign)),
  'what a binding says to put around': (foreign) => Promise.reject(hostNotReady(foreign, foreign)),
  'an error of the application': (foreign) => Promise.reject(new HaiiloError('ERR_SAVE_FAILED', foreign)),
}

/** The error and its causes. Empty if the text is accepted. */
async function errorsOf(run: () => unknown): Promise<readonly Error[]> {
  try {
    await run()
    return []
  } catch (error) {
    const chain: Error[] = []
    for (let next: unknown = error; next instanceof Error; next = next.cause) chain.push(next)
    return chain
  }
}

describe('the message of an error and of its causes has only short foreign text without hidden characters', () => {
  it.each(Object.entries(paths))('%s', async (_name, run) => {
    await fc.assert(
      fc.asyncProperty(text, async (foreign) => {
        for (const { message } of await errorsOf(() => run(foreign))) {
          expect(message).not.toMatch(HIDDEN)
          expect(message.length).toBeLessThanOrEqual(CAPPED.test(message) ? MAX_LENGTH_OF_ANY : MAX_LENGTH)
        }
      }),
    )
  })
})

describe('excerpt', () => {
  it('keeps whole characters and marks the cut', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 200 }), (foreign, most) => {
        const shown = excerpt(foreign, most)
        expect(shown).not.toMatch(HIDDEN)
        expect(shown.length).toBeLessThanOrEqual(most + 1)
        expect(shown.endsWith('…')).toBe(foreign.length > most)
      }),
    )
  })

  it('does not split a pair of surrogates', () => {
    expect(excerpt('aa😀', 3)).toBe('aa…')
    expect(excerpt('a😀a', 3)).toBe('a😀…')
  })
})
