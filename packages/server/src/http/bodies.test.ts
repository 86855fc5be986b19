import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createScene, request } from '../../test/scene.js'

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const JSON_TYPE = { 'content-type': 'application/json' }
const { backend, tenant, log } = await createScene({ maxBodyBytes: 65_536, bodyTimeout: 50 })
const genuine = await tenant.signEvent('install')

/** A body that arrives in parts, and then never ends or fails. */
function endless(first: string, end: 'hangs' | 'fails'): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(first))
      if (end === 'fails') controller.error(new Error('the connection was lost'))
    },
  })
}

describe('a body is refused', () => {
  it.each<[string, RequestInit & { readonly duplex?: 'half' }, number, string]>([
    ['without a type', { body: new Blob(['token=a']) }, 415, 'ERR_CONTENT_TYPE'],
    ['as text', { body: 'token=a' }, 415, 'ERR_CONTENT_TYPE'],
    ['as a form with files', { body: new FormData() }, 415, 'ERR_CONTENT_TYPE'],
    ['without a body', { headers: FORM }, 400, 'ERR_BODY_MALFORMED'],
    ['without a token', { headers: FORM, body: 'tokens=a' }, 400, 'ERR_BODY_MALFORMED'],
    ['with an empty token', { headers: FORM, body: 'token=' }, 400, 'ERR_BODY_MALFORMED'],
    ['with two tokens', { headers: FORM, body: 'token=a&token=b' }, 400, 'ERR_TOKEN_AMBIGUOUS'],
    ['with two tokens in JSON', { headers: JSON_TYPE, body: '{"token":"a","token":"b"}' }, 400, 'ERR_TOKEN_AMBIGUOUS'],
    ['with a list of tokens', { headers: JSON_TYPE, body: '{"token":["a","b"]}' }, 400, 'ERR_BODY_MALFORMED'],
    ['with an inherited token', { headers: JSON_TYPE, body: '{"__proto__":{"token":"a"}}' }, 400, 'ERR_BODY_MALFORMED'],
    ['with broken JSON', { headers: JSON_TYPE, body: '{"token":' }, 400, 'ERR_BODY_MALFORMED'],
    ['with null', { headers: JSON_TYPE, body: 'null' }, 400, 'ERR_BODY_MALFORMED'],
    ['with deeply nested JSON', { headers: JSON_TYPE, body: '['.repeat(60_000) }, 400, 'ERR_BODY_MALFORMED'],
    [
      'with bytes that are not UTF-8',
      { headers: FORM, body: new Uint8Array([...Buffer.from(`token=${genuine}&rest=`), 255]) },
      400,
      'ERR_BODY_MALFORMED',
    ],
    ['with a token that is none', { headers: FORM, body: 'token=secret-text' }, 401, 'ERR_TOKEN_MALFORMED'],
    ['of 64 KiB and one byte', { headers: FORM, body: `token=${'a'.repeat(65_531)}` }, 413, 'ERR_BODY_TOO_LARGE'],
    [
      'that says that it is too large',
      { headers: { ...FORM, 'content-length': '65537' }, body: 'token=a' },
      413,
      'ERR_BODY_TOO_LARGE',
    ],
    [
      'that is too large in parts',
      { headers: FORM, body: endless('a'.repeat(65_537), 'hangs'), duplex: 'half' },
      413,
      'ERR_BODY_TOO_LARGE',
    ],
    [
      'that is compressed',
      { headers: { ...FORM, 'content-encoding': 'gzip' }, body: new Uint8Array(gzipSync('a'.repeat(10_000_000))) },
      415,
      'ERR_BODY_ENCODED',
    ],
    ['that never ends', { headers: FORM, body: endless('token=', 'hangs'), duplex: 'half' }, 408, 'ERR_BODY_TIMEOUT'],
    ['that ends early', { headers: FORM, body: endless('token=', 'fails'), duplex: 'half' }, 400, 'ERR_BODY_MALFORMED'],
  ])('%s', async (_, init, status, code) => {
    expect(await request(backend, 'install', init)).toMatchObject({
      status,
      body: { code: status, message: `The event failed: ${code}` },
    })
  })
})

it('the limits of a body are those of the options', async () => {
  const strict = await createScene({ maxBodyBytes: 100, bodyTimeout: 20 })
  const large = await request(strict.backend, 'install', { headers: FORM, body: `token=${'a'.repeat(95)}` })
  expect(large.status).toBe(413)
  const started = performance.now()
  const slow = { headers: FORM, body: endless('token=', 'hangs'), duplex: 'half' } as const
  expect((await request(strict.backend, 'install', slow)).status).toBe(408)
  // the default is 10 s
  expect(performance.now() - started).toBeLessThan(9000)
})

it('a body of exactly 64 KiB is read', async () => {
  const body = `token=${genuine}&rest=`
  const answer = await request(backend, 'install', { headers: FORM, body: body.padEnd(65_536, 'x') })
  expect(answer.status).toBe(201)
})

const FORM_TYPE = FORM['content-type']

it.each([
  FORM_TYPE.toUpperCase(),
  `${FORM_TYPE};charset=UTF-8`,
  `${FORM_TYPE} ; charset="iso-8859-1"`,
  `${FORM_TYPE};`,
])('a form of the type “%s” is read', async (type) => {
  const answer = await request(backend, 'install', { headers: { 'content-type': type }, body: `token=${genuine}` })
  expect(answer.status).toBe(201)
})

it.each([
  `${FORM_TYPE}, application/json`,
  `${FORM_TYPE}x`,
  'application/vnd.api+json',
  'multipart/form-data; boundary=x',
  'text/plain',
])('a body of the type “%s” is refused, even with a genuine token', async (type) => {
  const answer = await request(backend, 'install', { headers: { 'content-type': type }, body: `token=${genuine}` })
  expect(answer).toMatchObject({ status: 415, body: { message: 'The event failed: ERR_CONTENT_TYPE' } })
})

it.each(['%69nstall', 'INSTALL', 'install;x', 'install%00', 'install%2f'])(
  'a genuine event for the path “%s” is answered with 404',
  async (path) => {
    const init = { method: 'POST', headers: FORM, body: `token=${genuine}` }
    const response = await backend(new Request(`https://lunch.example.com/haiilo/${path}`, init))
    expect([response.status, await response.json()]).toEqual([404, { error: 'ERR_ROUTE_UNKNOWN' }])
  },
)

it.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'QUERY'])('the method %s is refused', async (method) => {
  const response = await backend(new Request('https://lunch.example.com/haiilo/install', { method }))
  expect([response.status, response.headers.get('allow'), await response.json()]).toEqual([
    405,
    'POST',
    { code: 405, message: 'The event failed: ERR_METHOD_NOT_ALLOWED' },
  ])
})

it('an unknown path is answered with 404 and a code', async () => {
  for (const path of ['/', '/haiilo/', '/haiilo/update', '/haiilo/install/', '//haiilo/install', '/HAIILO/install']) {
    const response = await backend(new Request(`https://lunch.example.com${path}`, { method: 'POST' }))
    expect([path, response.status, await response.json()]).toEqual([path, 404, { error: 'ERR_ROUTE_UNKNOWN' }])
  }
})

describe('1,000 random bodies', () => {
  const part = fc.oneof(
    fc.constantFrom('token', '=', '&', genuine, '{', '"token":', '}', ',', '%', '\\u0000', '__proto__'),
    fc.string(),
  )
  const bodies = fc.oneof(
    fc.uint8Array({ maxLength: 2000 }),
    fc.array(part, { maxLength: 12 }).map((parts) => parts.join('')),
    fc.json(),
    fc.json().map((json) => `{"token":${json}}`),
    fc.tuple(fc.string(), fc.string(), fc.string()).map((parts) => `token=${parts.map(btoaText).join('.')}`),
    fc
      .tuple(fc.nat(genuine.length - 1), fc.string({ minLength: 1, maxLength: 3 }))
      .map(([at, text]) => `token=${genuine.slice(0, at)}${text}${genuine.slice(at + 1)}`),
  )

  it('get 201 for the genuine token, or 400, 401, 413 or 415 with a code, without a stack trace and without their text', async () => {
    const marker = 'MARKER-7f3a'
    await fc.assert(
      fc.asyncProperty(bodies, fc.constantFrom(FORM, JSON_TYPE, {}), async (body, headers) => {
        const marked = typeof body === 'string' ? body + marker : new Uint8Array(body)
        const { status, text } = await request(backend, 'install', { headers, body: marked })
        expect([201, 400, 401, 413, 415]).toContain(status)
        if (status !== 201) expect(text).toMatch(/^\{"code":\d{3},"message":"The event failed: ERR_[A-Z_]+"\}$/)
      }),
      { numRuns: 1000 },
    )
    expect(log.length).toBeGreaterThan(1000)
    const written = JSON.stringify(log)
    expect(written).not.toContain(marker)
    expect(written).not.toContain(genuine.slice(0, 30))
    expect((await backend(new Request('https://lunch.example.com/healthz'))).status).toBe(200)
  })
})

function btoaText(text: string): string {
  return Buffer.from(text).toString('base64url')
}
