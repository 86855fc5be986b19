import { simulatedFaults } from '@haiilo-kit/simulator'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SETUP_VERSION, type SandboxSetup, type SetupInstance, type SetupUser } from '../contract/setup.js'
import { defaultSetup, nextInstanceId, presetUsers, signedInUser, allUsers } from './default-setup.js'
import { LIMITS } from './limits.js'
import { parseSetup } from './parse-setup.js'
import { readSetupFragment } from './read-setup-fragment.js'
import { setupFragment } from './setup-fragment.js'

const text = fc.string({ unit: 'binary', maxLength: LIMITS.text / 2 })
const config = fc
  .dictionary(fc.string({ unit: 'binary', maxLength: 20 }), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 5 })
  .map((values) => JSON.parse(JSON.stringify(values)) as Record<string, unknown>)
  .filter((values) => JSON.stringify(values).length <= LIMITS.config)

const person: fc.Arbitrary<SetupUser> = fc.record({
  userId: text.filter((id) => id !== '' && !presetUsers.some(({ userId }) => userId === id)),
  userName: text,
  userEmail: text,
  userLanguage: text,
})

const instance: fc.Arbitrary<SetupInstance> = fc.record(
  {
    id: fc.stringMatching(/^[\w-]{1,40}$/),
    columns: fc.integer({ min: 1, max: LIMITS.columns }),
    config,
    entryPoint: text.filter(Boolean),
    fault: fc.constantFrom(...simulatedFaults),
    latency: fc.integer({ min: 1, max: LIMITS.latency }),
  },
  { requiredKeys: ['id', 'columns', 'config'] },
)

const setups: fc.Arbitrary<SandboxSetup> = fc
  .record({
    version: fc.constant(SETUP_VERSION),
    users: fc.uniqueArray(person, { maxLength: 4, selector: ({ userId }) => userId }),
    tenant: fc.constantFrom('first' as const, 'second' as const),
    theme: fc.constantFrom('light' as const, 'dark' as const),
    device: fc.constantFrom('desktop' as const, 'tablet' as const, 'phone' as const),
    editing: fc.boolean(),
    sandbox: fc.constantFrom('same-origin' as const, 'opaque' as const),
    wrapper: fc.boolean(),
    globalConfig: config,
    instances: fc.uniqueArray(instance, { maxLength: 6, selector: ({ id }) => id }),
  })
  .chain((setup) => fc.constantFrom(...allUsers(setup).map(({ userId }) => userId)).map((user) => ({ ...setup, user })))

/** Two set-ups are the same if they are the same JSON, regardless of the order of the names. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))
      : part,
  )
}

describe('the link of a set-up', () => {
  it('encodes and decodes all set-ups without changes', () => {
    fc.assert(
      fc.property(setups, (setup) => {
        const read = readSetupFragment(setupFragment(setup))
        expect(read?.notices).toEqual([])
        expect(sorted(read?.setup)).toBe(sorted(setup))
      }),
    )
  })

  it('contains only characters that programs do not change in a URL', () => {
    fc.assert(
      fc.property(setups, (setup) => {
        expect(setupFragment(setup)).toMatch(/^#setup=[\w-]*$/)
      }),
    )
  })

  it('is short for the default set-up', () => {
    expect(setupFragment(defaultSetup).length).toBeLessThan(30)
  })

  it('decodes any text to a valid set-up', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.base64String().map((end) => `#setup=${end}`),
        ),
        (fragment) => {
          const read = readSetupFragment(fragment)
          if (read) expect(parseSetup(read.setup)).toEqual({ setup: read.setup, notices: [] })
        },
      ),
    )
  })

  it.each(['', '#', '#intro', '#/route?x=1'])('ignores the fragment %j', (fragment) => {
    expect(readSetupFragment(fragment)).toBeUndefined()
  })

  it('reports a truncated link', () => {
    const fragment = setupFragment({ ...defaultSetup, device: 'phone' })
    expect(readSetupFragment(fragment.slice(0, -6))).toEqual({
      setup: defaultSetup,
      notices: ['The set-up is not valid. You see the default set-up.'],
    })
  })

  it('does not read a link that is too long', () => {
    const read = readSetupFragment(`#setup=${'A'.repeat(LIMITS.fragment)}`)
    expect(read?.setup).toBe(defaultSetup)
  })
})

describe('parseSetup', () => {
  it('returns a valid set-up for any input, which parses to itself', () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.record(
        {
          user: fc.anything(),
          users: fc.oneof(fc.anything(), fc.array(fc.oneof(person, fc.anything()))),
          tenant: fc.anything(),
          theme: fc.anything(),
          editing: fc.anything(),
          globalConfig: fc.anything(),
          instances: fc.oneof(fc.anything(), fc.array(fc.oneof(instance, fc.anything(), fc.object()))),
        },
        { requiredKeys: [] },
      ),
    )
    fc.assert(
      fc.property(anything, (given) => {
        const { setup } = parseSetup(given)
        expect(parseSetup(setup).notices).toEqual([])
        expect(sorted(parseSetup(setup).setup)).toBe(sorted(setup))
        expect(allUsers(setup).some(({ userId }) => userId === setup.user)).toBe(true)
        expect(new Set(setup.instances.map(({ id }) => id)).size).toBe(setup.instances.length)
      }),
    )
  })

  it.each<[string, object, Partial<SandboxSetup>]>([
    ['another version', { version: 2, device: 'phone' }, {}],
    ['an unknown user', { user: 'user-99', device: 'phone' }, { device: 'phone' }],
    ['an unknown device', { device: 'watch', theme: 'dark' }, { theme: 'dark' }],
    ['a flag that is text', { editing: 'yes' }, {}],
    ['a configuration that is a list', { globalConfig: [1] }, {}],
    ['a configuration that is too long', { globalConfig: { a: 'x'.repeat(LIMITS.config) } }, {}],
    ['widgets that are not a list', { instances: 3 }, {}],
    ['a widget without an id', { instances: [{ columns: 3 }] }, { instances: [{ id: 'w1', columns: 3, config: {} }] }],
    [
      'an id that would change a URL',
      { instances: [{ id: '../x?', columns: 3 }] },
      { instances: [{ id: 'w1', columns: 3, config: {} }] },
    ],
    [
      'the same id twice',
      { instances: [{ id: 'w1' }, { id: 'w1' }] },
      {
        instances: [
          { id: 'w1', columns: 6, config: {} },
          { id: 'w2', columns: 6, config: {} },
        ],
      },
    ],
    [
      'an unknown fault',
      { instances: [{ id: 'a', fault: 'fire' }] },
      { instances: [{ id: 'a', columns: 6, config: {} }] },
    ],
    [
      'a width of 13 columns',
      { instances: [{ id: 'a', columns: 13 }] },
      { instances: [{ id: 'a', columns: 6, config: {} }] },
    ],
    [
      'a latency of a day',
      { instances: [{ id: 'a', latency: 86_400_000 }] },
      { instances: [{ id: 'a', columns: 6, config: {} }] },
    ],
    ['a user with the id of a preset', { users: [{ ...presetUsers[1] }] }, {}],
  ])('replaces %s by the default, with a notice', (_name, given, expected) => {
    const { setup, notices } = parseSetup(given)
    expect(setup).toEqual({ ...defaultSetup, ...expected })
    expect(notices).toHaveLength(1)
  })

  it('limits the number of widgets and users', () => {
    const { setup, notices } = parseSetup({
      instances: Array.from({ length: 200 }, (_, index) => ({ id: `i${index}` })),
      users: Array.from({ length: 200 }, (_, index) => ({ ...presetUsers[0], userId: `someone-${index}` })),
    })
    expect([setup.instances.length, setup.users.length]).toEqual([LIMITS.instances, LIMITS.users])
    expect(notices).toHaveLength(2)
  })
})

describe('signedInUser', () => {
  it('finds presets and users of the set-up', () => {
    const guest = { userId: 'guest', userName: 'Guest', userEmail: '', userLanguage: 'en' }
    expect(signedInUser({ user: 'guest', users: [guest] })).toBe(guest)
    expect(signedInUser({ user: 'user-2', users: [guest] })).toBe(presetUsers[1])
  })
})

describe('nextInstanceId', () => {
  it('returns the first free id', () => {
    expect(nextInstanceId([{ id: 'w1' }, { id: 'w3' }, { id: 'menu' }])).toBe('w2')
  })
})
