import { createTokenFactory } from '@haiilo-kit/test-kit'
import { describe, expect, it } from 'vitest'
import { codeOf } from '../../test/code-of.js'
import { createStubKeyServer } from '../../test/stub-key-server.js'
import { NOW } from '../../test/test-clock.js'
import { haiiloTrust, verifyToken, type HaiiloTrustOptions } from './index.js'

const clock = (): number => NOW
const { jwk, sign } = await createTokenFactory({ clock })
const VENDOR = 'https://certificates.plugins.coyoapp.com/certificate'
const PRODUCTION = `${VENDOR}/coyocloud.com_new.jwk.json`
const STAGING = `${VENDOR}/coyostaging.com_new.jwk.json`
const OWN = 'https://keys.example.com/tenants/home.json'

/** Verifies a token of an issuer. Every key document has its key. Returns the result and the number of requests. */
async function outcomeOf(
  options: HaiiloTrustOptions | undefined,
  iss: string,
  jku?: string,
): Promise<[string, number]> {
  const { fetch, requests } = createStubKeyServer(
    jku === undefined ? {} : { [new URL(jku).href]: { alg: {}, key: jwk } },
  )
  const token = await sign({ iss }, { jku })
  const code = await codeOf(verifyToken(token, { trust: haiiloTrust(options), clock, fetch }))
  return [code, requests.length]
}

const VERIFIED = ['verified', 1]
const UNTRUSTED = ['ERR_TOKEN_KEY_UNTRUSTED', 0]
const FOREIGN = ['ERR_TOKEN_ISSUER', 0]
const FORGED = ['ERR_TOKEN_SIGNATURE', 0]

describe('haiiloTrust()', () => {
  it.each([
    ['a production tenant with a production document', 'https://acme.coyocloud.com', PRODUCTION, VERIFIED],
    ['a production tenant, final slash', 'https://acme.coyocloud.com/', PRODUCTION, VERIFIED],
    ['a production tenant without a document', 'https://acme.coyocloud.com', undefined, FORGED],
    ['a production tenant with a staging document', 'https://acme.coyocloud.com', STAGING, UNTRUSTED],
    [
      'a production tenant with a document of another name',
      'https://acme.coyocloud.com',
      `${VENDOR}/other.json`,
      UNTRUSTED,
    ],
    [
      'a production tenant with a name that only holds ours',
      'https://acme.coyocloud.com',
      `${VENDOR}/x-coyocloud.com.json`,
      UNTRUSTED,
    ],
    [
      'a production tenant with our name as a folder',
      'https://acme.coyocloud.com',
      `${VENDOR}/coyocloud.com/other.json`,
      UNTRUSTED,
    ],
    [
      'a production tenant whose name has the same beginning',
      'https://acme.coyocloud.com',
      `${VENDOR}/coyocloudXcom.json`,
      UNTRUSTED,
    ],
    [
      'a production tenant with our name in capitals',
      'https://acme.coyocloud.com',
      `${VENDOR}/COYOCLOUD.com.json`,
      UNTRUSTED,
    ],
    [
      'a production tenant with the later document',
      'https://acme.coyocloud.com',
      `${VENDOR}/coyocloud.com_2027.jwk.json`,
      VERIFIED,
    ],
    ['a tenant on another host of the vendor', 'https://acme.haiilo.app', PRODUCTION, VERIFIED],
    ['a tenant on its own domain', 'https://home.example.com', `${VENDOR}/home.example.com.json`, VERIFIED],
    ['a tenant on its own domain, at a port', 'https://home.example.com:8443', PRODUCTION, VERIFIED],
    ['a tenant on its own domain without a document', 'https://home.example.com', undefined, UNTRUSTED],
    ['a tenant on its own domain with a staging document', 'https://home.example.com', STAGING, UNTRUSTED],
    ['a tenant on its own domain with its own document', 'https://home.example.com', OWN, UNTRUSTED],
    [
      'a tenant two labels below production',
      'https://a.acme.coyocloud.com',
      `${VENDOR}/coyocloud.com_new.jwk.json`,
      VERIFIED,
    ],
    ['a staging tenant with a staging document', 'https://acme.coyostaging.com', STAGING, UNTRUSTED],
    ['a staging tenant with a production document', 'https://acme.coyostaging.com', PRODUCTION, UNTRUSTED],
    ['the staging tenant next', 'https://next.coyostaging.com', PRODUCTION, UNTRUSTED],
    ['the staging tenant next-pmm', 'https://next-pmm.coyostaging.com', STAGING, UNTRUSTED],
    ['a tenant two labels below staging', 'https://a.acme.coyostaging.com', STAGING, UNTRUSTED],
    ['a tenant on plain http', 'http://acme.coyocloud.com', PRODUCTION, FOREIGN],
    ['a tenant on this machine', 'http://localhost:3000', PRODUCTION, FOREIGN],
  ])('trusts or refuses %s', async (_name, iss, jku, outcome) => {
    expect(await outcomeOf(undefined, iss, jku)).toEqual(outcome)
  })

  it.each([
    ['the folder of the other host', 'https://plugins.coyoapp.com/certificate/coyocloud.com_new.jwk.json', VERIFIED],
    ['the root of the first host', 'https://certificates.plugins.coyoapp.com/coyocloud.com.json', VERIFIED],
    ['another folder of the other host', 'https://plugins.coyoapp.com/x/coyocloud.com.json', UNTRUSTED],
    ['the root of the other host', 'https://plugins.coyoapp.com/coyocloud.com.json', UNTRUSTED],
    ['a folder with the same beginning', 'https://plugins.coyoapp.com/certificateX/coyocloud.com.json', UNTRUSTED],
    ['a way out of the folder', 'https://plugins.coyoapp.com/certificate/../coyocloud.com.json', UNTRUSTED],
    [
      'a host with the same beginning',
      'https://plugins.coyoapp.com.evil.example/certificate/coyocloud.com.json',
      UNTRUSTED,
    ],
    ['a host with the same ending', 'https://evilplugins.coyoapp.com/certificate/coyocloud.com.json', UNTRUSTED],
    ['a host below', 'https://x.plugins.coyoapp.com/certificate/coyocloud.com.json', UNTRUSTED],
    ['the domain itself', 'https://coyoapp.com/certificate/coyocloud.com.json', UNTRUSTED],
    ['plain http', 'http://plugins.coyoapp.com/certificate/coyocloud.com.json', UNTRUSTED],
    ['another port', 'https://plugins.coyoapp.com:8443/certificate/coyocloud.com.json', UNTRUSTED],
    ['a user name', 'https://x@plugins.coyoapp.com/certificate/coyocloud.com.json', UNTRUSTED],
    ['a query', 'https://plugins.coyoapp.com/certificate/coyocloud.com.json?x', UNTRUSTED],
    ['a fragment', 'https://plugins.coyoapp.com/certificate/coyocloud.com.json#x', UNTRUSTED],
    ['the tenant itself', 'https://acme.coyocloud.com/certificate/coyocloud.com.json', UNTRUSTED],
    ['this machine', 'http://127.0.0.1:4000/certificate/coyocloud.com.json', UNTRUSTED],
  ])('accepts key documents only from the two URLs of the vendor: %s', async (_name, jku, outcome) => {
    expect(await outcomeOf(undefined, 'https://acme.coyocloud.com', jku)).toEqual(outcome)
  })

  it.each([
    ['a letter encoded', `${VENDOR}/%63oyostaging.com_new.jwk.json`],
    ['every letter encoded', `${VENDOR}/${percent('coyostaging')}.com_new.jwk.json`],
    ['a slash at its end', `${STAGING}/`],
    ['capital letters', `${VENDOR}/COYOSTAGING.com_new.jwk.json`],
  ])('refuses a staging document for a tenant on its own domain, in any spelling: %s', async (_name, jku) => {
    expect(await outcomeOf(undefined, 'https://home.example.com', jku)).toEqual(UNTRUSTED)
  })

  it.each(['https://acme.coyocloud.com', 'https://acme.coyostaging.com', 'https://next.coyostaging.com'])(
    'refuses a token that another key signed under %s',
    async (iss) => {
      const [code] = await outcomeOf({ staging: true }, iss)
      expect(code).toBe(iss.includes('next') ? 'ERR_TOKEN_KEY_UNTRUSTED' : 'ERR_TOKEN_SIGNATURE')
    },
  )

  it('is what verifyToken trusts by default', async () => {
    const { fetch } = createStubKeyServer({ [PRODUCTION]: { alg: {}, key: jwk } })
    const verify = async (iss: string, jku?: string): Promise<string> =>
      codeOf(verifyToken(await sign({ iss }, { jku }), { clock, fetch }))
    expect(await verify('https://acme.coyocloud.com', PRODUCTION)).toBe('verified')
    expect(await verify('https://acme.coyocloud.com', OWN)).toBe('ERR_TOKEN_KEY_UNTRUSTED')
    expect(await verify('https://acme.coyocloud.com')).toBe('ERR_TOKEN_SIGNATURE')
  })
})

describe('haiiloTrust({ staging: true })', () => {
  it.each([
    ['a staging tenant with a staging document', 'https://acme.coyostaging.com', STAGING, VERIFIED],
    ['a staging tenant without a document', 'https://acme.coyostaging.com', undefined, FORGED],
    ['a staging tenant with a production document', 'https://acme.coyostaging.com', PRODUCTION, UNTRUSTED],
    ['next, through its document', 'https://next.coyostaging.com', STAGING, VERIFIED],
    ['next, which has no built-in key', 'https://next.coyostaging.com', undefined, UNTRUSTED],
    ['next-pmm, through its document', 'https://next-pmm.coyostaging.com', STAGING, VERIFIED],
    ['next-pmm, which has no built-in key', 'https://next-pmm.coyostaging.com', undefined, UNTRUSTED],
    ['next with a production document', 'https://next.coyostaging.com', PRODUCTION, UNTRUSTED],
    ['a production tenant with a production document', 'https://acme.coyocloud.com', PRODUCTION, VERIFIED],
    ['a production tenant with a staging document', 'https://acme.coyocloud.com', STAGING, UNTRUSTED],
    ['a tenant on its own domain with a staging document', 'https://home.example.com', STAGING, UNTRUSTED],
    ['a tenant two labels below staging', 'https://a.acme.coyostaging.com', STAGING, UNTRUSTED],
  ])('trusts or refuses %s', async (_name, iss, jku, outcome) => {
    expect(await outcomeOf({ staging: true }, iss, jku)).toEqual(outcome)
  })
})

describe('haiiloTrust({ tenants })', () => {
  const tenants = ['https://acme.coyocloud.com', 'https://home.example.com/', 'https://acme.coyostaging.com']

  it.each([
    ['a listed production tenant', 'https://acme.coyocloud.com', PRODUCTION, VERIFIED],
    ['a listed production tenant without a document', 'https://acme.coyocloud.com', undefined, FORGED],
    ['a listed production tenant with a staging document', 'https://acme.coyocloud.com', STAGING, UNTRUSTED],
    ['a listed tenant on a host of its own', 'https://home.example.com', PRODUCTION, VERIFIED],
    ['a listed tenant on a host of its own with a staging document', 'https://home.example.com', STAGING, UNTRUSTED],
    ['a listed staging tenant', 'https://acme.coyostaging.com', STAGING, UNTRUSTED],
    ['another production tenant', 'https://other.coyocloud.com', PRODUCTION, FOREIGN],
    ['another tenant', 'https://away.example.com', PRODUCTION, FOREIGN],
    ['another tenant below a listed one', 'https://x.home.example.com', PRODUCTION, FOREIGN],
    ['a listed tenant at another port', 'https://home.example.com:8443', PRODUCTION, FOREIGN],
  ])('trusts or refuses %s', async (_name, iss, jku, outcome) => {
    expect(await outcomeOf({ tenants }, iss, jku)).toEqual(outcome)
  })

  it('accepts a listed staging tenant only with `staging`', async () => {
    expect(await outcomeOf({ tenants, staging: true }, 'https://acme.coyostaging.com', STAGING)).toEqual(VERIFIED)
    expect(await outcomeOf({ tenants, staging: true }, 'https://other.coyostaging.com', STAGING)).toEqual(FOREIGN)
  })

  it('trusts no tenant if the list is empty', async () => {
    expect(await outcomeOf({ tenants: [] }, 'https://acme.coyocloud.com', PRODUCTION)).toEqual(FOREIGN)
  })

  it.each(['', 'acme', 'acme.coyocloud.com', 'http://acme.coyocloud.com', 'https://acme.coyocloud.com/home'])(
    'throws a TypeError: %j',
    (tenant) => {
      expect(() => haiiloTrust({ tenants: [tenant] })).toThrow(TypeError)
    },
  )
})

describe('haiiloTrust({ jku })', () => {
  const jku = ['https://keys.example.com/tenants/']

  it.each([
    ['a production tenant', 'https://acme.coyocloud.com', OWN, VERIFIED],
    ['a production tenant with a document of any name', 'https://acme.coyocloud.com', `${OWN}/coyostaging.x`, VERIFIED],
    ['a tenant on its own domain', 'https://home.example.com', OWN, VERIFIED],
    ['a staging tenant, without `staging`', 'https://acme.coyostaging.com', OWN, UNTRUSTED],
    ['a production tenant with a document of the vendor', 'https://acme.coyocloud.com', PRODUCTION, VERIFIED],
    ['a production tenant with a staging document', 'https://acme.coyocloud.com', STAGING, UNTRUSTED],
    [
      'a production tenant with a document beside',
      'https://acme.coyocloud.com',
      'https://keys.example.com/x',
      UNTRUSTED,
    ],
  ])('adds a URL for %s', async (_name, iss, document, outcome) => {
    expect(await outcomeOf({ jku }, iss, document)).toEqual(outcome)
  })

  it.each(['https://acme.coyostaging.com', 'https://next.coyostaging.com'])(
    'adds a URL for every tenant, with `staging` also for %s',
    async (iss) => {
      expect(await outcomeOf({ jku, staging: true }, iss, OWN)).toEqual(VERIFIED)
    },
  )

  it('adds a URL for listed tenants', async () => {
    const tenants = ['https://acme.coyocloud.com', 'https://home.example.com']
    expect(await outcomeOf({ jku, tenants }, 'https://acme.coyocloud.com', OWN)).toEqual(VERIFIED)
    expect(await outcomeOf({ jku, tenants }, 'https://home.example.com', OWN)).toEqual(VERIFIED)
    expect(await outcomeOf({ jku, tenants }, 'https://away.example.com', OWN)).toEqual(FOREIGN)
  })

  it.each(['', 'keys.example.com', 'http://keys.example.com/', 'https://keys.example.com/?x', 'https://a@b.example/'])(
    'throws a TypeError immediately: %j',
    (url) => {
      expect(() => haiiloTrust({ jku: [url] })).toThrow(TypeError)
    },
  )
})

function percent(text: string): string {
  return [...text].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join('')
}
