import { createSimulatedHost } from '@haiilo-kit/simulator'
import { RuleTester } from 'eslint'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { baseline } from '../../../scripts/eslint/baseline.mjs'
import { createHaiiloHost, HaiiloError, haiiloTrust } from '../src/index.js'
import { parseUrl } from '../src/lib/parse-url.js'

RuleTester.describe = describe
RuleTester.it = it

new RuleTester().run('baseline', baseline, {
  valid: [
    'new URL(text)',
    'URL.canParse(text)',
    'Object.hasOwn(a, b)',
    'const URL = own; URL.parse(text)',
    'a.URL.parse(text)',
  ],
  invalid: [
    'URL.parse(text)',
    'Promise.withResolvers()',
    'Promise.try(call)',
    'RegExp.escape(text)',
    'Error.isError(value)',
    'Iterator.concat(a, b)',
    'Uint8Array.fromBase64(text)',
  ].map((code) => ({ code, errors: [{ messageId: 'newer' }] })),
})

describe('in a browser without newer APIs', () => {
  const taken: [object, string, PropertyDescriptor][] = []

  beforeEach(() => {
    for (const [owner, name] of [
      [URL, 'parse'],
      [Promise, 'try'],
      [RegExp, 'escape'],
    ] as const) {
      const descriptor = Object.getOwnPropertyDescriptor(owner, name)
      if (descriptor) taken.push([owner, name, descriptor])
      Reflect.deleteProperty(owner, name)
    }
  })

  afterEach(() => {
    for (const [owner, name, descriptor] of taken.splice(0)) Object.defineProperty(owner, name, descriptor)
  })

  it('does not have these APIs', () => {
    expect('parse' in URL).toBe(false)
  })

  it('a host becomes ready and returns a token', async () => {
    const home = createSimulatedHost({ user: { userName: 'Ada' } })
    const host = createHaiiloHost(home.connect())
    const { context } = await host.ready()
    expect(context.userName).toBe('Ada')
    expect(await host.getToken()).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/)
    host.close()
    home.close()
  })

  it('a refused token is an error with a code', async () => {
    const home = createSimulatedHost({ fault: 'foreign-issuer' })
    const host = createHaiiloHost(home.connect())
    await expect(host.ready()).rejects.toBeInstanceOf(HaiiloError)
    host.close()
    home.close()
  })

  it('trust rules are read', () => {
    expect(() => haiiloTrust({ tenants: ['https://home.example.com'] })).not.toThrow()
  })

  it.each(['https://example.com/a', 'x', '', 'http://[', '//a'])('parses %j like URL.parse', (text) => {
    const [, , native] = taken.find(([owner]) => owner === URL) ?? []
    const parse = native?.value as typeof URL.parse | undefined
    if (parse) expect(parseUrl(text)?.href).toBe(parse.call(URL, text)?.href)
    expect(parseUrl(text, 'https://example.com/b/')?.href).toBe(
      text === 'http://[' ? undefined : new URL(text, 'https://example.com/b/').href,
    )
  })
})
