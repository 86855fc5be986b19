import { describe, expect, it } from 'vitest'
import { checkPluginMessage } from './check-plugin-message.js'

const plugin = { source: 'src-1', view: 'plugin', knows: (subject: string) => subject === 'openProfile' } as const
const config = { ...plugin, view: 'config' } as const
const cycle: Record<string, unknown> = {}
cycle['self'] = cycle

describe('a message of a plug-in', () => {
  it.each([
    ['a handshake', plugin, { iss: 'src-1', sub: 'init', jti: 'n' }],
    ['a handshake without a nonce', plugin, { iss: 'src-1', sub: 'init' }],
    ['a handshake of a configuration view', config, { iss: 'src-1-cfg', sub: 'init', jti: 'n' }],
    ['a height', plugin, { iss: 'src-1', sub: 'setHeight', height: 320 }],
    ['a height with a fraction', plugin, { iss: 'src-1', sub: 'setHeight', height: 320.5 }],
    ['a height of nothing', plugin, { iss: 'src-1', sub: 'setHeight', height: 0 }],
    ['a height of a configuration view', config, { iss: 'src-1-cfg', sub: 'setHeight', height: 320 }],
    ['an answer to save: saved', config, { iss: 'src-1-cfg', sub: 'setConfig', jti: 'n', data: true }],
    ['an answer to save: invalid', config, { iss: 'src-1-cfg', sub: 'setConfig', jti: 'n', data: false }],
    ['an answer to save: values', config, { iss: 'src-1-cfg', sub: 'setConfig', jti: 'n', data: { a: { b: [1] } } }],
    ['a subject that somebody answers', plugin, { iss: 'src-1', sub: 'openProfile', jti: 'n', userId: 'u' }],
    [
      'an object without a prototype',
      plugin,
      Object.assign(Object.create(null) as object, { iss: 'src-1', sub: 'init' }),
    ],
  ])('is taken: %s', (_, expected, data) => {
    expect(checkPluginMessage(data, expected).reason).toBeUndefined()
  })

  it('is taken apart into subject, nonce and payload', () => {
    expect(checkPluginMessage({ iss: 'src-1', sub: 'setHeight', jti: 'n', height: 7 }, plugin)).toEqual({
      subject: 'setHeight',
      nonce: 'n',
      payload: { height: 7 },
    })
  })

  it.each([
    ['text', plugin, '{"iss":"src-1","sub":"init"}', 'not a plain object but a string'],
    ['nothing', plugin, null, 'not a plain object but null'],
    ['a list', plugin, [], 'not a plain object but some other object'],
    ['a map', plugin, new Map(), 'not a plain object but some other object'],
    ['an instance', plugin, Object.create({ iss: 'src-1' }) as unknown, 'not a plain object but some other object'],
    ['no issuer', plugin, { sub: 'init' }, 'iss is not a string'],
    ['another issuer', plugin, { iss: 'src-2', sub: 'init' }, 'iss is not the source id of this page'],
    [
      'the wrong view',
      config,
      { iss: 'src-1', sub: 'init' },
      'iss is that of a page opened as view “plugin”, but this is a “config”',
    ],
    [
      'the other wrong view',
      plugin,
      { iss: 'src-1-cfg', sub: 'init' },
      'iss is that of a page opened as view “config”, but this is a “plugin”',
    ],
    ['no subject', plugin, { iss: 'src-1' }, 'sub is not a string'],
    ['an unknown subject', plugin, { iss: 'src-1', sub: 'navigate' }, 'sub is no subject that this host knows'],
    ['an inherited subject', plugin, { iss: 'src-1', sub: 'constructor' }, 'sub is no subject that this host knows'],
    ['a nonce that is no text', plugin, { iss: 'src-1', sub: 'init', jti: 7 }, 'jti is not a string'],
    [
      'a claim in the payload',
      plugin,
      { iss: 'src-1', sub: 'init', exp: 7 },
      'the payload collides with the claim exp',
    ],
    ['no height', plugin, { iss: 'src-1', sub: 'setHeight' }, 'height is not a finite number of at least 0'],
    [
      'height as text',
      plugin,
      { iss: 'src-1', sub: 'setHeight', height: '7' },
      'height is not a finite number of at least 0',
    ],
    [
      'height below 0',
      plugin,
      { iss: 'src-1', sub: 'setHeight', height: -1 },
      'height is not a finite number of at least 0',
    ],
    [
      'endless height',
      plugin,
      { iss: 'src-1', sub: 'setHeight', height: Infinity },
      'height is not a finite number of at least 0',
    ],
    [
      'setConfig of a plug-in view',
      plugin,
      { iss: 'src-1', sub: 'setConfig', data: true },
      'only a configuration view may send setConfig',
    ],
    [
      'setConfig without data',
      config,
      { iss: 'src-1-cfg', sub: 'setConfig' },
      'data is neither a boolean nor a plain object that fits into JSON',
    ],
    [
      'setConfig with a list',
      config,
      { iss: 'src-1-cfg', sub: 'setConfig', data: [] },
      'data is neither a boolean nor a plain object that fits into JSON',
    ],
    [
      'setConfig with a cycle',
      config,
      { iss: 'src-1-cfg', sub: 'setConfig', data: cycle },
      'data is neither a boolean nor a plain object that fits into JSON',
    ],
    [
      'setConfig with a bigint',
      config,
      { iss: 'src-1-cfg', sub: 'setConfig', data: { a: 1n } },
      'data is neither a boolean nor a plain object that fits into JSON',
    ],
  ])('is refused, and it says why: %s', (_, expected, data, reason) => {
    expect(checkPluginMessage(data, expected).reason).toBe(reason)
  })

  it.each([
    ['nothing in it', plugin, {}, ['iss is not a string', 'sub is not a string']],
    [
      'everything wrong',
      plugin,
      { iss: 7, sub: null, jti: {}, exp: 1, aud: 2 },
      [
        'iss is not a string',
        'sub is not a string',
        'jti is not a string',
        'the payload collides with the claim aud',
        'the payload collides with the claim exp',
      ],
    ],
    [
      'another issuer, and a height as text',
      plugin,
      { iss: 'src-2', sub: 'setHeight', height: '7', iat: 1 },
      [
        'iss is not the source id of this page',
        'the payload collides with the claim iat',
        'height is not a finite number of at least 0',
      ],
    ],
    [
      'setConfig of a plug-in view without data',
      plugin,
      { iss: 'src-1-cfg', sub: 'setConfig', jti: 1 },
      [
        'iss is that of a page opened as view “config”, but this is a “plugin”',
        'jti is not a string',
        'only a configuration view may send setConfig',
        'data is neither a boolean nor a plain object that fits into JSON',
      ],
    ],
    [
      'an unknown subject with a number as a nonce',
      config,
      { iss: 'src-1-cfg', sub: 'navigate', jti: 1, nbf: 0 },
      ['sub is no subject that this host knows', 'jti is not a string', 'the payload collides with the claim nbf'],
    ],
  ])('is refused with all its flaws: %s', (_, expected, data, flaws) => {
    expect(checkPluginMessage(data, expected).reason).toBe(flaws.join('; '))
  })

  it('that was refused is known as far as it could be read, foreign text cut', () => {
    const sub = 'x'.repeat(1000)
    expect(checkPluginMessage({ iss: 'src-1', sub, jti: 'n' }, plugin)).toMatchObject({
      subject: `${'x'.repeat(100)}…`,
      nonce: 'n',
    })
  })
})
