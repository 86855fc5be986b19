import { describe, expect, it } from 'vitest'
import { HaiiloError } from '../errors.js'
import { clonePayload } from './clone-payload.js'

/** The path in the error message. */
function refusedPath(payload: unknown): string | undefined {
  try {
    clonePayload(payload)
    return undefined
  } catch (error) {
    expect(error).toBeInstanceOf(HaiiloError)
    expect(error).toMatchObject({ code: 'ERR_PAYLOAD_NOT_CLONEABLE' })
    return /^(\S+) cannot be sent/.exec((error as HaiiloError).message)?.[1]
  }
}

describe('clonePayload', () => {
  it('returns a copy that later changes do not affect', () => {
    const payload = { data: { list: [1, { deep: true }] }, at: new Date(0), bytes: new Uint8Array([1, 2]) }
    const copy = clonePayload(payload)
    expect(copy).toEqual(payload)
    payload.data.list.push(2)
    payload.bytes[0] = 9
    expect(copy).toEqual({ data: { list: [1, { deep: true }] }, at: new Date(0), bytes: new Uint8Array([1, 2]) })
  })

  it('returns an empty object for undefined', () => {
    expect(clonePayload()).toEqual({})
    expect(clonePayload(undefined)).toEqual({})
  })

  it('keeps circular references, maps and undefined', () => {
    const circle: Record<string, unknown> = { map: new Map([['a', new Set([1])]]), none: undefined }
    circle['self'] = circle
    const copy = clonePayload(circle)
    expect(copy['self']).toBe(copy)
    expect(copy['map']).toEqual(new Map([['a', new Set([1])]]))
    expect(copy).toHaveProperty('none', undefined)
  })

  it.each([null, 5, 'text', true, [], [1], () => undefined, Symbol('x')])(
    'refuses %o, which is not a record',
    (payload) => {
      expect(() => clonePayload(payload)).toThrow(TypeError)
    },
  )

  it.each(['iss', 'sub', 'jti'])('refuses the reserved name %s', (name) => {
    expect(() => clonePayload({ [name]: 'x' })).toThrow(TypeError)
    expect(() => clonePayload({ [name]: undefined })).toThrow(TypeError)
    expect(() => clonePayload(Object.create({ [name]: 'x' }))).toThrow(TypeError)
    expect(clonePayload({ data: { [name]: 'x' } })).toEqual({ data: { [name]: 'x' } })
  })

  it.each([
    ['a function', { data: () => undefined }, 'payload.data'],
    ['a symbol', { data: Symbol('x') }, 'payload.data'],
    ['a function deep within', { data: { form: { done: () => undefined } } }, 'payload.data.form.done'],
    ['a function in a list', { data: [1, { done: () => undefined }] }, 'payload.data[1].done'],
    ['a proxy, such as frameworks make', { data: new Proxy({ a: 1 }, {}) }, 'payload.data'],
    ['a proxy in a list', { data: ['a', new Proxy([], {})] }, 'payload.data[1]'],
    ['a promise', { data: { value: Promise.resolve() } }, 'payload.data.value'],
    ['a weak map', { data: new WeakMap() }, 'payload.data'],
    ['a proxy itself', new Proxy({}, {}), 'payload'],
    ['the first of several', { a: 1, b: () => undefined, c: () => undefined }, 'payload.b'],
  ])('names the path of a value that cannot be sent: %s', (_name, payload, path) => {
    expect(refusedPath(payload)).toBe(path)
  })

  it('terminates for a payload with circular references', () => {
    const payload: Record<string, unknown> = { a: {}, z: { done: () => undefined } }
    Object.assign(payload['a'] as object, { back: payload })
    expect(refusedPath(payload)).toMatch(/^payload\./)
  })

  it('names the object with a getter that throws', () => {
    const data = Object.defineProperty({}, 'now', {
      enumerable: true,
      get: () => {
        throw new Error('not now')
      },
    })
    expect(refusedPath({ a: 1, data })).toBe('payload.data')
    expect(() => clonePayload({ data })).toThrow(expect.objectContaining({ cause: new Error('not now') }))
  })

  it('does not copy a prototype and does not pollute one', () => {
    const payload = JSON.parse('{"data":{"__proto__":{"polluted":true}}}') as object
    const copy = clonePayload(payload)
    expect(Object.getPrototypeOf(copy['data'])).toBe(Object.prototype)
    expect({}).not.toHaveProperty('polluted')
  })
})
