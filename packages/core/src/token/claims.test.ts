import { createTokenFactory } from '@haiilo-kit/test-kit'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { codeOf } from '../../test/code-of.js'
import { NOW, NOW_SECONDS } from '../../test/test-clock.js'
import { claimGroup, isEqualJson } from './claims.js'
import { verifyToken, type Claims, type VerifiedToken } from './index.js'

const clock = (): number => NOW
const tenant = await createTokenFactory({ clock })
const given = `"iss":"${tenant.issuer}","iat":${NOW_SECONDS},"exp":${NOW_SECONDS + 60},"sub":"init","ctx.userId":"user-1"`

/** Verifies a token with these members, as JSON text, in addition to the required claims. */
async function verify(members: string): Promise<VerifiedToken> {
  const token = await tenant.signText('{"alg":"RS512"}', `{${given},${members}}`)
  return verifyToken(token, { trust: tenant.trust, clock })
}

/** Every object and array in a value, and the value itself. */
function recordsIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return []
  return [value, ...Object.values(value).flatMap(recordsIn)]
}

function lists(depth: number): string {
  return `${'['.repeat(depth)}${']'.repeat(depth)}`
}

function records(depth: number): string {
  return `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
}

describe('verified claims', () => {
  it('are frozen objects without a prototype, at every depth', async () => {
    const { claims, context } = await verify('"cfg.form":{"a":{"b":{}},"list":[{"c":[{}]},[]]},"ctx.extra":{"d":{}}')
    const all = [...recordsIn(claims), ...recordsIn(context)]
    expect(all).toHaveLength(14)
    for (const record of all) {
      expect(Object.isFrozen(record)).toBe(true)
      if (!Array.isArray(record)) expect(Object.getPrototypeOf(record)).toBeNull()
    }
  })

  it('cannot be changed, not even a nested array', async () => {
    const { claims, context } = await verify('"cfg.list":["a"]')
    expect(() => Object.assign(claims, { sub: 'save' })).toThrow(TypeError)
    expect(() => Object.assign(context, { userId: 'admin' })).toThrow(TypeError)
    expect(() => (claims['cfg.list'] as string[]).push('b')).toThrow(TypeError)
  })

  it('have only the members that were signed', async () => {
    const { claims, context } = await verify('"cfg.a":1')
    for (const name of ['toString', 'constructor', 'hasOwnProperty', '__proto__', 'valueOf']) {
      expect(name in claims).toBe(false)
      expect(name in context).toBe(false)
    }
  })

  it('do not reach a setter that another script has added to Object.prototype', async () => {
    const received = vi.fn()
    onTestFinished(() => void Reflect.deleteProperty(Object.prototype, 'userId'))
    Object.defineProperty(Object.prototype, 'userId', { set: received, configurable: true })
    const { context } = await verify('"cfg.a":1')
    expect(context.userId).toBe('user-1')
    expect(received).not.toHaveBeenCalled()
  })

  it('keep values of every type unchanged', async () => {
    const value = {
      text: 'ä 😀 \u2028',
      zero: 0,
      minus: -1.5,
      yes: true,
      no: false,
      nil: null,
      list: [1, [2], { a: 3 }],
    }
    const { claims } = await verify(`"cfg.value":${JSON.stringify(value)}`)
    expect(JSON.parse(JSON.stringify(claims['cfg.value']))).toEqual(value)
  })

  it.each([
    ['at the top', '"__proto__":{"polluted":true}', []],
    ['in a record', '"cfg.a":{"__proto__":{"polluted":true},"b":1}', ['cfg.a']],
    ['in a record in a list', '"cfg.a":[{"__proto__":{"polluted":true}}]', ['cfg.a', '0']],
    ['spelled with an escape', '"cfg.a":{"\\u005f_proto__":{"polluted":true}}', ['cfg.a']],
    ['as a text', '"cfg.a":{"__proto__":"polluted"}', ['cfg.a']],
    ['as null', '"cfg.a":{"__proto__":null}', ['cfg.a']],
  ])('do not have a member named __proto__ %s', async (_name, members, path) => {
    const { claims } = await verify(members)
    const record = path.reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], claims)
    expect(Object.getOwnPropertyNames(record)).not.toContain('__proto__')
    expect({ ...(record as object) }).not.toHaveProperty('polluted')
    expect(Object.getPrototypeOf(Object.assign({}, record))).toBe(Object.prototype)
    expect({}).not.toHaveProperty('polluted')
  })

  it.each(['ctx', 'cfg'] as const)('do not have %s.__proto__ in their group', async (group) => {
    const { claims } = await verify(`"${group}.__proto__":{"polluted":true},"${group}.a":1`)
    const members = claimGroup(claims, group)
    expect(Object.keys(members)).toContain('a')
    expect(Object.getOwnPropertyNames(members)).not.toContain('__proto__')
    expect({ ...members }).not.toHaveProperty('polluted')
    expect(Object.getPrototypeOf(members)).toBeNull()
  })

  it.each([
    ['31 lists', lists(31), 'verified'],
    ['32 lists', lists(32), 'ERR_TOKEN_MALFORMED'],
    ['31 records', records(31), 'verified'],
    ['32 records', records(32), 'ERR_TOKEN_MALFORMED'],
    ['1,000 lists', lists(1000), 'ERR_TOKEN_MALFORMED'],
    ['10,000 lists', lists(10_000), 'ERR_TOKEN_MALFORMED'],
    ['10,000 records', records(10_000), 'ERR_TOKEN_MALFORMED'],
    ['40,000 lists', lists(40_000), 'ERR_TOKEN_MALFORMED'],
    ['lists and records by turns', `${'[{"a":'.repeat(5000)}1${'}]'.repeat(5000)}`, 'ERR_TOKEN_MALFORMED'],
    ['many lists side by side', `[${Array(5000).fill('[[]]').join()}]`, 'verified'],
  ])('can be nested 32 levels deep, including the claims object: a claim of %s', async (_name, value, outcome) => {
    expect(await codeOf(verify(`"cfg.deep":${value}`))).toBe(outcome)
  })

  it.each(['iss', 'sub', 'iat', 'exp', 'nbf', 'jti', 'ctx.userId', 'ctx.tenantId'])(
    'refuse a %s of 10,000 levels with a code',
    async (claim) => {
      expect(await codeOf(verify(`"${claim}":${lists(10_000)}`))).toMatch(/^ERR_TOKEN_/)
      expect(await codeOf(verify(`"${claim}":${records(10_000)}`))).toMatch(/^ERR_TOKEN_/)
    },
  )

  it.each(['alg', 'jku', 'typ', 'kid', 'crit'])(
    'are never reached by a header of 10,000 levels in %s',
    async (name) => {
      const verifyHeader = async (value: string): Promise<string> => {
        const token = await tenant.signText(`{"alg":"RS512","${name}":${value}}`, `{${given}}`)
        return codeOf(verifyToken(token, { trust: tenant.trust, clock }))
      }
      const expected = name === 'alg' || name === 'crit' ? 'ERR_TOKEN_ALGORITHM' : 'verified'
      expect(await verifyHeader(lists(10_000))).toBe(expected)
      expect(await verifyHeader(records(10_000))).toBe(expected)
    },
  )

  it.each(['iss', 'alg'])('refuse with a code if %s cannot be converted to a string', async (name) => {
    for (const value of ['{"toString":1}', '{"toString":1,"valueOf":2}', '[{"toString":null}]', '{"__proto__":null}']) {
      const header = name === 'alg' ? `{"alg":${value}}` : '{"alg":"RS512"}'
      const token = await tenant.signText(header, name === 'iss' ? `{${given},"iss":${value}}` : `{${given}}`)
      expect(await codeOf(verifyToken(token, { trust: tenant.trust, clock }))).toMatch(/^ERR_TOKEN_/)
    }
  })
})

describe('claimGroup', () => {
  const claims: Claims = {
    'ctx.userId': 'user-1',
    'ctx.a.b': 1,
    'cfg.': 2,
    'cfg.a.b': 3,
    'cfg.constructor': 4,
    cfg: { nested: 5 },
    cfgx: 6,
    'xcfg.a': 7,
    'CFG.a': 8,
    'stt.edit': true,
  }

  it('splits names at the first dot only', () => {
    expect({ ...claimGroup(claims, 'ctx') }).toEqual({ userId: 'user-1', 'a.b': 1 })
    expect({ ...claimGroup(claims, 'cfg') }).toEqual({ '': 2, 'a.b': 3, constructor: 4 })
  })

  it('is empty if the token has no claim of the group', () => {
    const group = claimGroup({ iss: 'https://home.example.com' }, 'cfg')
    expect(Object.keys(group)).toEqual([])
    expect(Object.isFrozen(group)).toBe(true)
  })
})

describe('isEqualJson', () => {
  it.each([
    [1, 1, true],
    [1, 2, false],
    [1, '1', false],
    ['a', 'a', true],
    [null, null, true],
    [null, {}, false],
    [null, undefined, false],
    [0, false, false],
    [[], [], true],
    [[], {}, false],
    [{}, [], false],
    [[1, 2], [1, 2], true],
    [[1, 2], [2, 1], false],
    [[1], [1, 2], false],
    [{ a: 1, b: [{ c: 2 }] }, { b: [{ c: 2 }], a: 1 }, true],
    [{ a: 1, b: [{ c: 2 }] }, { b: [{ c: 3 }], a: 1 }, false],
    [{ a: 1 }, { a: 1, b: 2 }, false],
    [{ a: undefined }, { b: undefined }, false],
    [Object.assign(Object.create(null) as object, { a: 1 }), { a: 1 }, true],
  ])('compares %j with %j', (left, right, equal) => {
    expect(isEqualJson(left, right)).toBe(equal)
    expect(isEqualJson(right, left)).toBe(equal)
  })
})
