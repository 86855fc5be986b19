import { defineHostFixture } from '@haiilo-kit/simulator'
import { describe, expect, it } from 'vitest'
import { readParameters } from './read-parameters.js'

describe('the parameter haiiloHost', () => {
  it('is optional, and false turns the host off', () => {
    expect(readParameters(undefined)).toEqual({})
    expect(readParameters(false)).toBeUndefined()
  })

  it('accepts all documented parameters and drops those without a value', () => {
    const parameters = {
      user: { userName: 'Ada' },
      config: { canteen: 'north' },
      manifest: { entryPoints: [] },
      view: 'config',
      editing: false,
      fault: 'expired',
      latency: 0,
      subjects: { openProfile: () => ({}) },
      fixture: defineHostFixture({ name: 'lunch' }),
      connection: { timeout: 300 },
    }
    expect(readParameters(parameters)).toEqual(parameters)
    expect(Object.keys(readParameters({ user: undefined, editing: true }) ?? {})).toEqual(['editing'])
  })

  it.each([
    [
      'another type',
      true,
      'parameters.haiiloHost: expected an object, such as { user: { userName: "Ada" } }, or false',
    ],
    ['a list', [], 'parameters.haiiloHost: expected an object'],
    ['null', null, 'parameters.haiiloHost: expected an object'],
    ['an unknown name', { users: {} }, 'parameters.haiiloHost.users: there is no such parameter. There are: config, '],
    ['a name of Object', { constructor: {} }, 'parameters.haiiloHost.constructor: there is no such parameter.'],
    [
      'an unknown fault',
      { fault: 'expire' },
      'parameters.haiiloHost.fault: “expire” is not valid. Use one of unsigned, ',
    ],
    ['an unknown view', { view: 'settings' }, 'parameters.haiiloHost.view: “settings” is not valid. Use '],
    ['a user that is a name', { user: 'Ada' }, 'parameters.haiiloHost.user: “Ada” is not valid. Use an object such as'],
    ['a list of values', { config: ['north'] }, 'parameters.haiiloHost.config: this value is not valid.'],
    ['a manifest that is a URL', { manifest: '/manifest.json' }, 'Use the content of manifest.json as an object.'],
    ['an edit mode that is a word', { editing: 'on' }, 'Use true or false.'],
    [
      'a negative latency',
      { latency: -1 },
      'parameters.haiiloHost.latency: “-1” is not valid. Use a number of milliseconds.',
    ],
    ['a latency that is not a number', { latency: Number.NaN }, 'Use a number of milliseconds.'],
    [
      'a subject without a function',
      { subjects: { openProfile: true } },
      'Use an object with a function for each subject.',
    ],
    ['options instead of a fixture', { fixture: { name: 'lunch' } }, 'Use the result of defineHostFixture()'],
    ['a connection that is a number', { connection: 1 }, 'Use an object with options of createHaiiloHost()'],
  ])('refuses %s', (_, parameter, message) => {
    expect(() => readParameters(parameter)).toThrow(TypeError)
    expect(() => readParameters(parameter)).toThrow(message)
  })

  const options = ['algorithms', 'clock', 'embedders', 'source', 'transport', 'trust', 'view']
  it.each(options)('refuses the option %s of the connection, which could change the trust', (option) => {
    expect(() => readParameters({ connection: { [option]: undefined } })).toThrow(
      `parameters.haiiloHost.connection.${option}: the add-on sets this option`,
    )
  })
})
