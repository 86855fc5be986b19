import { describe, expect, it } from 'vitest'
import { checkPluginMessage } from './check-plugin-message.js'

const plugin = {
  source: 'src-1',
  view: 'plugin',
  isKnownSubject: (subject: string) => subject === 'openProfile',
} as const
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
    ['a height of zero', plugin, { iss: 'src-1', sub: 'setHeight', height: 0 }],
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
  ])('is accepted: %s', (_, expected, data) => {
    expect(checkPluginMessage(data, expected).reason).toBeUndefined()
  })

  it('is split into subject, nonce and payload', () => {
    expect(checkPluginMessage({ iss: 'src-1', sub: 'setHeight', jti: 'n', height: 7 }, plugin)).toEqual({
      subject: 'setHeight',
      nonce: 'n',
      payload: { height: 7 },
    })
  })

  it.each([
    ['a string', plugin, '{"iss":"src-1","sub":"init"}', 'expected a plain object, got a string'],
    ['null', plugin, null, 'expected a plain object, got null'],
    ['an array', plugin, [], 'expected a plain object, got another kind of object'],
    ['a map', plugin, new Map(), 'expected a plain object, got another kind of object'],
    [
      'an instance',
      plugin,
      Object.create({ iss: 'src-1' }) as unknown,
      'expected a plain object, got another kind of object',
    ],
    ['no issuer', plugin, { sub: 'init' }, 'iss is not a string'],
    ['another issuer', plugin, { iss: 'src-2', sub: 'init' }, 'iss is not the source id of this page'],
    [
      'the wrong view',
      config,
      { iss: 'src-1', sub: 'init' },
      'iss is for the view “plugin”, but this page was opened as “config”',
    ],
    [
      'the other wrong view',
      plugin,
      { iss: 'src-1-cfg', sub: 'init' },
      'iss is for the view “config”, but this page was opened as “plugin”',
    ],
    ['no subject', plugin, { iss: 'src-1' }, 'sub is not a string'],
    ['an unknown subject', plugin, { iss: 'src-1', sub: 'navigate' }, 'sub is not a known subject'],
    ['an inherited subject', plugin, { iss: 'src-1', sub: 'constructor' }, 'sub is not a known subject'],
    ['a nonce that is not a string', plugin, { iss: 'src-1', sub: 'init', jti: 7 }, 'jti is not a string'],
    [
      'a claim in the payload',
      plugin,
      { iss: 'src-1', sub: 'init', exp: 7 },
      'the payload contains the reserved claim exp',
    ],
    ['no height', plugin, { iss: 'src-1', sub: 'setHeight' }, 'height is not a finite number of at least 0'],
    [
      'height as a string',
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
      'infinite height',
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
      'data is neither a boolean nor a plain object that can be written as JSON',
    ],
    [
      'setConfig with an array',
      config,
      { iss: 'src-1-cfg', sub: 'setConfig', data: [] },
      'data is neither a boolean nor a plain object that can be written as JSON',
    ],
    [
      'setConfig with a cycle',
      config,
      { iss: 'src-1-cfg', sub: 'setConfig', data: cycle },
      'data is neither a boolean nor a plain object that can be written as JSON',
    ],
    [
      'setConfig with a bigint',
      config,
      { iss: 'src-1-cfg', sub: 'setConfig', data: { a: 1n } },
      'data is neither a boolean nor a plain object that can be written as JSON',
    ],
  ])('is refused with a reason: %s', (_, expected, data, reason) => {
    expect(checkPluginMessage(data, expected).reason).toBe(reason)
  })

  it.each([
    ['an empty object', plugin, {}, ['iss is not a string', 'sub is not a string']],
    [
      'everything wrong',
      plugin,
      { iss: 7, sub: null, jti: {}, exp: 1, aud: 2 },
      [
        'iss is not a string',
        'sub is not a string',
        'jti is not a string',
        'the payload contains the reserved claim aud',
        'the payload contains the reserved claim exp',
      ],
    ],
    [
      'another issuer, and a height as a string',
      plugin,
      { iss: 'src-2', sub: 'setHeight', height: '7', iat: 1 },
      [
        'iss is not the source id of this page',
        'the payload contains the reserved claim iat',
        'height is not a finite number of at least 0',
      ],
    ],
    [
      'setConfig of a plug-in view without data',
      plugin,
      { iss: 'src-1-cfg', sub: 'setConfig', jti: 1 },
      [
        'iss is for the view “config”, but this page was opened as “plugin”',
        'jti is not a string',
        'only a configuration view may send setConfig',
        'data is neither a boolean nor a plain object that can be written as JSON',
      ],
    ],
    [
      'an unknown subject with a number as a nonce',
      config,
      { iss: 'src-1-cfg', sub: 'navigate', jti: 1, nbf: 0 },
      ['sub is not a known subject', 'jti is not a string', 'the payload contains the reserved claim nbf'],
    ],
  ])('is refused with all its problems: %s', (_, expected, data, problems) => {
    expect(checkPluginMessage(data, expected).reason).toBe(problems.join('; '))
  })

  it('is returned in part if it is refused, with long values truncated', () => {
    const sub = 'x'.repeat(1000)
    expect(checkPluginMessage({ iss: 'src-1', sub, jti: 'n' }, plugin)).toMatchObject({
      subject: `${'x'.repeat(100)}…`,
      nonce: 'n',
    })
  })
})
