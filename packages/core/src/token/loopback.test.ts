import { createTokenFactory } from '@haiilo-kit/test-kit'
import { describe, expect, it } from 'vitest'
import { codeOf } from '../../test/code-of.js'
import { createStubKeyServer } from '../../test/stub-key-server.js'
import { answerJson, startKeyServer } from '../../test/key-server.js'
import { NOW } from '../../test/test-clock.js'
import { haiiloTrust, verifyToken, type TrustRule } from './index.js'
import { isLoopback } from './loopback.js'

const clock = (): number => NOW
const { jwk, sign } = await createTokenFactory({ clock })
const SANDBOX = 'http://localhost:4000/keys/sandbox.json'
const VENDOR = 'https://plugins.coyoapp.com/certificate/coyocloud.com_new.jwk.json'

interface Case {
  readonly iss: string
  readonly jku?: string
  readonly trust?: readonly TrustRule[]
  readonly development?: boolean
}

/** Verifies a token with the key of its document. Returns the result and the number of requests. */
async function judge({ iss, jku, trust = haiiloTrust(), development = true }: Case): Promise<[string, number]> {
  const { fetch, requests } = createStubKeyServer(jku === undefined ? {} : { [jku]: { alg: {}, key: jwk } })
  const code = await codeOf(verifyToken(await sign({ iss }, { jku }), { trust, clock, fetch, development }))
  return [code, requests.length]
}

describe('a tenant on the local machine, in development', () => {
  it.each([
    ['http://localhost', SANDBOX],
    ['http://localhost:4000', SANDBOX],
    ['http://localhost:4000/', SANDBOX],
    ['http://127.0.0.1:4000', SANDBOX],
    ['http://127.8.9.10:4000', SANDBOX],
    ['http://[::1]:4000', SANDBOX],
    ['http://home.localhost:4000', SANDBOX],
    ['https://localhost:4000', SANDBOX],
    ['http://localhost:4000', 'http://127.0.0.1:5000/key.json'],
    ['http://localhost:4000', 'http://[::1]:5000/key.json'],
    ['http://localhost:4000', 'https://localhost:5000/key.json'],
  ])('is trusted with a key document on the local machine: %s with %s', async (iss, jku) => {
    expect(await judge({ iss, jku })).toEqual(['verified', 1])
  })

  it.each([
    ['the vendor’s', VENDOR],
    ['one anywhere', 'https://evil.example/key.json'],
    ['one with the same beginning', 'http://localhost.evil.example/key.json'],
    ['one with the same beginning, in numbers', 'https://127.0.0.1.evil.example/key.json'],
    ['one in the local network', 'http://192.168.0.1/key.json'],
    ['one at all addresses', 'http://0.0.0.0:4000/key.json'],
    ['one with a query', `${SANDBOX}?x`],
    ['one with a user name', 'http://x@localhost:4000/key.json'],
    ['none', undefined],
  ])('is refused with another key document: %s', async (_name, jku) => {
    expect(await judge({ iss: 'http://localhost:4000', ...(jku !== undefined && { jku }) })).toEqual([
      'ERR_TOKEN_KEY_UNTRUSTED',
      0,
    ])
  })

  it('is trusted with the keys of a rule that names it', async () => {
    const trust = [{ issuer: 'http://localhost:4000', keys: [jwk] }]
    expect(await judge({ iss: 'http://localhost:4000', trust })).toEqual(['verified', 0])
    expect(await judge({ iss: 'http://localhost:4001', trust })).toEqual(['ERR_TOKEN_ISSUER', 0])
  })

  it('is refused with a document elsewhere, even if a rule lists it', async () => {
    const trust = [{ issuer: 'http://localhost:4000', jku: ['https://plugins.coyoapp.com/'] }]
    expect(await judge({ iss: 'http://localhost:4000', jku: VENDOR, trust })).toEqual(['ERR_TOKEN_KEY_UNTRUSTED', 0])
  })

  it('is trusted with a document over a real connection', async () => {
    const { origin, requests } = await startKeyServer(answerJson({ alg: {}, key: jwk }))
    const token = await sign({ iss: 'http://localhost:4000' }, { jku: `${origin}/key.json` })
    const options = { trust: haiiloTrust(), clock, development: true }
    expect(await codeOf(verifyToken(token, options))).toBe('verified')
    expect(requests.map(({ url }) => url)).toEqual(['/key.json'])
  })
})

describe('a tenant elsewhere', () => {
  it.each(['https://acme.coyocloud.com', 'https://home.example.com'])(
    'does not count with a key document on this machine, not even in development: %s',
    async (iss) => {
      expect(await judge({ iss, jku: SANDBOX })).toEqual(['ERR_TOKEN_KEY_UNTRUSTED', 0])
      const trust = [{ issuer: iss, jku: ['http://localhost:4000/'] }]
      expect(await judge({ iss, jku: SANDBOX, trust })).toEqual(['ERR_TOKEN_KEY_UNTRUSTED', 0])
    },
  )

  it.each(['http://localhost.evil.example', 'http://evil-localhost', 'http://128.0.0.1', 'http://0.0.0.0:4000'])(
    'does not pass for one on this machine: %s',
    async (iss) => {
      expect(await judge({ iss, jku: SANDBOX })).toEqual(['ERR_TOKEN_ISSUER', 0])
    },
  )
})

describe('development trust in a production build', () => {
  it.each([
    ['the default one', haiiloTrust()],
    ['one that names the sandbox', [{ issuer: 'http://localhost:4000', jku: ['http://localhost:4000/'] }]],
    ['one with the keys of the sandbox', [{ issuer: 'http://localhost:4000', keys: [jwk] }]],
    ['one with the keys of the sandbox, by https', [{ issuer: 'https://localhost:4000', keys: [jwk] }]],
  ])('trusts nothing on the local machine: %s', async (_name, trust) => {
    for (const iss of ['http://localhost:4000', 'https://localhost:4000', 'http://127.0.0.1:4000']) {
      expect(await judge({ iss, jku: SANDBOX, trust, development: false })).toEqual(['ERR_TOKEN_ISSUER', 0])
    }
  })

  it('trusts nothing on the local machine by default', async () => {
    const { fetch, requests } = createStubKeyServer({ [SANDBOX]: { alg: {}, key: jwk } })
    const token = await sign({ iss: 'http://localhost:4000' }, { jku: SANDBOX })
    expect(await codeOf(verifyToken(token, { trust: haiiloTrust(), clock, fetch }))).toBe('ERR_TOKEN_ISSUER')
    expect(requests).toEqual([])
  })
})

describe('isLoopback', () => {
  it.each([
    ['http://localhost', true],
    ['http://LOCALHOST', true],
    ['http://a.localhost', true],
    ['http://a.b.localhost', true],
    ['http://127.0.0.1', true],
    ['http://127.1', true],
    ['http://2130706433', true],
    ['http://0x7f000001', true],
    ['http://127.255.255.255', true],
    ['http://[::1]', true],
    ['http://[0:0:0:0:0:0:0:1]', true],
    ['http://localhost.example', false],
    ['http://alocalhost', false],
    ['http://localhosts', false],
    ['http://.localhost', false],
    ['http://127.0.0.1.example', false],
    ['http://127.example', false],
    ['http://126.255.255.255', false],
    ['http://128.0.0.1', false],
    ['http://0.0.0.0', false],
    ['http://10.0.0.1', false],
    ['http://192.168.0.1', false],
    ['http://[::]', false],
    ['http://[::2]', false],
    ['http://[fe80::1]', false],
  ])('checks the hostname that the URL parser returns for %s', (url, expected) => {
    expect(isLoopback(new URL(url).hostname)).toBe(expected)
  })
})
