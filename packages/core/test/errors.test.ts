import { describe, expect, it, vi } from 'vitest'
import { excerpt, HaiiloError, haiiloErrorCodes, isHaiiloError, TokenRejectedError } from '../src/errors.js'

describe('HaiiloError', () => {
  it('is an error with a code and the path of its page', () => {
    const cause = new Error('why')
    const error = new HaiiloError('ERR_REQUEST_TIMEOUT', 'No answer.', { cause })
    expect(error).toBeInstanceOf(Error)
    expect(error).toMatchObject({ name: 'HaiiloError', code: 'ERR_REQUEST_TIMEOUT', cause })
    expect(error.help).toBe('@haiilo-kit/core/docs/errors/ERR_REQUEST_TIMEOUT.md')
    expect(error.message).toContain('ERR_REQUEST_TIMEOUT')
    expect(error.message).toContain(error.help)
  })

  it('has unique codes', () => {
    expect(new Set(haiiloErrorCodes).size).toBe(haiiloErrorCodes.length)
    for (const code of haiiloErrorCodes) expect(code).toMatch(/^ERR_[A-Z]+(_[A-Z]+)*$/)
  })
})

describe('TokenRejectedError', () => {
  it.each([
    ['ERR_TOKEN_EXPIRED', 'expired'],
    ['ERR_TOKEN_NOT_YET_VALID', 'not-yet-valid'],
    ['ERR_KEYS_UNAVAILABLE', 'keys-unavailable'],
    ['ERR_HOST_ORIGIN_OPAQUE', 'host-origin-opaque'],
  ] as const)('says in words which check refused: %s', (code, reason) => {
    const error = new TokenRejectedError(code, 'No.', 'exp')
    expect(error).toBeInstanceOf(HaiiloError)
    expect(error).toMatchObject({ name: 'TokenRejectedError', code, reason, claim: 'exp' })
  })

  it('has no claim if no claim failed', () => {
    expect(new TokenRejectedError('ERR_TOKEN_SIGNATURE', 'No.').claim).toBeUndefined()
  })
})

describe('isHaiiloError', () => {
  it('accepts errors of another copy of the kit, for which `instanceof` fails', async () => {
    vi.resetModules()
    const copy = await import('../src/errors.js')
    const error = new copy.HaiiloError('ERR_REQUEST_TIMEOUT', 'No answer.')
    expect(error).not.toBeInstanceOf(HaiiloError)
    expect(isHaiiloError(error)).toBe(true)
    expect(copy.isHaiiloError(new TokenRejectedError('ERR_TOKEN_EXPIRED', 'No.'))).toBe(true)
  })

  it.each([null, undefined, 5, 'ERR_TOKEN_EXPIRED', {}, new Error('no'), { code: 'ERR_TOKEN_EXPIRED' }])(
    'says no to %o',
    (value) => {
      expect(isHaiiloError(value)).toBe(false)
    },
  )
})

describe('excerpt', () => {
  it.each([
    ['short', 'short'],
    ['x'.repeat(100), 'x'.repeat(100)],
    ['x'.repeat(101), `${'x'.repeat(100)}…`],
  ])('shortens foreign text to 100 characters and marks the cut', (text, cut) => {
    expect(excerpt(text)).toBe(cut)
  })

  it.each([
    '{"toString":1}',
    '{"toString":1,"valueOf":1}',
    '[{"toString":null}]',
    `${'['.repeat(1e5)}${']'.repeat(1e5)}`,
  ])('returns a string for any JSON value and never throws', (json) => {
    expect(excerpt(JSON.parse(json)).length).toBeLessThanOrEqual(100)
  })
})
