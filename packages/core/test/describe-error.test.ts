import { afterEach, describe, expect, it, vi } from 'vitest'
import { describeError } from '../src/describe-error.js'
import { HaiiloError, haiiloErrorCodes, TokenRejectedError, type HaiiloErrorCode } from '../src/errors.js'

const failed = new HaiiloError('ERR_HANDSHAKE_TIMEOUT', 'No response. Open http://localhost:5173/sandbox.')
const english = describeError(failed, 'en')
const german = describeError(failed, 'de')

afterEach(() => vi.unstubAllGlobals())

describe('describeError', () => {
  it.each(haiiloErrorCodes)('describes %s for users, in English and in German', (code) => {
    const error = new HaiiloError(code, 'Open http://localhost:5173/sandbox.')
    const texts = ['en', 'de'].map((language) => describeError(error, language))
    expect(new Set(texts).size).toBe(2)
    for (const text of texts) {
      expect(text).toMatch(/^[A-ZÄÖÜ].{20,200}\.$/)
      expect(text).not.toMatch(/ERR_|localhost|https?:|@haiilo|token|host\b|payload|handshake|null|undefined/i)
    }
  })

  it.each(['de', 'DE', 'de-CH', 'de-AT', 'de_DE', 'de-Latn-DE'])('returns German for %s', (language) => {
    expect(describeError(failed, language)).toBe(german)
  })

  it.each(['en', 'en-GB', 'pt', 'den', 'fr-CH', '', 'x', 'toString', '__proto__', null, 5, {}])(
    'speaks English to %j',
    (language) => {
      expect(describeError(failed, language as string)).toBe(english)
    },
  )

  it('uses the language of the browser by default, and English without a browser', () => {
    vi.stubGlobal('navigator', { language: 'de-AT' })
    expect([describeError(failed), describeError(failed, undefined)]).toEqual([german, german])
    vi.stubGlobal('navigator', undefined)
    expect(describeError(failed)).toBe(english)
  })

  it.each([
    new Error('http://localhost:5173'),
    new TypeError('x is not a function'),
    'text',
    undefined,
    null,
    5,
    {},
    Object.create(null),
    { code: 'ERR_TOKEN_EXPIRED' },
    new HaiiloError('ERR_OF_A_LATER_RELEASE' as HaiiloErrorCode, 'New.'),
    new HaiiloError('constructor' as HaiiloErrorCode, 'New.'),
    { isHaiiloError: true },
  ])('says that something went wrong for %o', (error) => {
    expect(describeError(error, 'en')).toMatch(/^Something went wrong\./)
  })

  it('describes errors of subclasses and of another copy of the kit', async () => {
    const clock = describeError(new TokenRejectedError('ERR_TOKEN_EXPIRED', 'No.'), 'en')
    expect(clock).toContain('clock')
    vi.resetModules()
    const copy = await import('../src/errors.js')
    expect(describeError(new copy.HaiiloError('ERR_TOKEN_EXPIRED', 'No.'), 'en')).toBe(clock)
  })
})
