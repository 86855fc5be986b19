import { describe, expect, it } from 'vitest'
import { readParameters } from '../parameters/read-parameters.js'
import { applyToolbar, globalTypes, toolbarKey } from './toolbar-globals.js'

const parameters = { user: { userName: 'Ada', userLanguage: 'en' }, view: 'plugin', latency: 20 } as const

describe('the toolbar', () => {
  it('changes nothing as long as nothing is chosen', () => {
    expect(applyToolbar(parameters, {})).toEqual(parameters)
    expect(applyToolbar(parameters, { haiiloUser: undefined, haiiloFault: null })).toEqual(parameters)
  })

  it('overrides the parameters of the story', () => {
    const globals = {
      haiiloUser: 'another',
      haiiloLanguage: 'fr',
      haiiloEditing: 'on',
      haiiloView: 'config',
      haiiloFault: 'expired',
      haiiloLatency: '300',
    }
    expect(applyToolbar(parameters, globals)).toEqual({
      user: { userId: 'user-2', userName: 'Jürgen Müller', userEmail: 'juergen@example.com', userLanguage: 'fr' },
      editing: true,
      view: 'config',
      fault: 'expired',
      latency: 300,
    })
  })

  it('turns off what the story turned on', () => {
    const globals = { haiiloEditing: 'off', haiiloLatency: 0 }
    expect(applyToolbar({ editing: true, latency: 20 }, globals)).toEqual({ editing: false, latency: 0 })
  })

  // a URL can set every global to a string, a number, true or an object
  it.each([
    'https://attacker.example',
    '__proto__',
    'constructor',
    'toString',
    '',
    1,
    true,
    { userId: 'x' },
    ['another'],
  ])('ignores the value %j from a URL', (value) => {
    const globals = Object.fromEntries(Object.keys(globalTypes).map((name) => [name, value]))
    expect(applyToolbar(parameters, globals)).toEqual(parameters)
  })

  it('offers only choices that have an effect and are valid parameters', () => {
    for (const [name, { toolbar }] of Object.entries(globalTypes)) {
      const values = toolbar?.items.flatMap((item) => (typeof item === 'object' && item.value) || []) ?? []
      expect(values.length).toBeGreaterThan(1)
      for (const value of values) {
        const changed = applyToolbar({}, { [name]: value })
        expect(changed, `${name}: ${value}`).not.toEqual({})
        expect(readParameters(changed)).toEqual(changed)
      }
    }
  })

  it('has a key that changes only with its own menus', () => {
    const key = toolbarKey({ haiiloFault: 'expired', theme: 'dark' })
    expect(toolbarKey({ theme: 'light', haiiloFault: 'expired' })).toBe(key)
    expect(toolbarKey({ haiiloFault: 'silent' })).not.toBe(key)
  })
})
