import { describe, expect, it, vi } from 'vitest'
import { configSchema, defineFields, readConfig, type ConfigField, type StoredConfig } from '../index.js'

const label = { en: 'A text' }
const options = [
  { value: 'north', label },
  { value: 'south', label },
]
const renamed = defineFields(
  [
    { key: 'canteen', type: 'text', default: 'main' },
    { key: 'dishes', type: 'number' },
  ],
  {
    version: 2,
    migrate: ({ kitchen, ...stored }, from) => (from < 2 && kitchen ? { ...stored, canteen: kitchen } : stored),
  },
)

describe('a configuration schema', () => {
  it.each<[why: string, stored: StoredConfig, read: object]>([
    ['nothing', {}, { canteen: 'main' }],
    ['what an older release has stored', { kitchen: 'north', dishes: 2 }, { canteen: 'north', dishes: 2 }],
    ['what this release has stored', { canteen: 'north', configVersion: 2 }, { canteen: 'north' }],
    ['an empty text, which is not a default', { canteen: '', configVersion: 2 }, { canteen: '' }],
  ])('reads %s, and reads the same after writing it', (_, stored, expected) => {
    const { values, stored: current } = renamed.inspect(stored)
    expect([values, readConfig(renamed)(stored), renamed.read(stored)]).toEqual([expected, expected, expected])
    const written = renamed.write(values, current)
    expect(written).toEqual({ ...expected, configVersion: 2 })
    expect(renamed.read(written)).toEqual(expected)
  })

  it('does not change the stored configuration, even if `migrate` changes its argument', () => {
    const fields = defineFields([{ key: 'canteen', type: 'text' }], {
      version: 1,
      migrate: (stored) => Object.assign(stored, { canteen: 'north' }),
    })
    const stored = Object.freeze({ kitchen: 'north' })
    expect([fields.read(stored), stored]).toEqual([{ canteen: 'north' }, { kitchen: 'north' }])
  })

  it.each([[undefined], [null], ['north'], [[]]])('throws if `migrate` returns %j', (returned) => {
    const fields = defineFields([], { version: 1, migrate: () => returned as never })
    expect(() => fields.inspect({ a: 1 })).toThrow('migrate: expected an object as its result.')
  })

  it('keeps keys that a newer release added, and writes its own version', () => {
    const newer = { canteen: 'north', terrace: true, layout: { columns: 2 }, configVersion: 3 }
    expect(renamed.write({ canteen: 'south' }, newer)).toEqual({ ...newer, canteen: 'south', configVersion: 2 })
  })

  it('drops unknown keys, unless a newer release stored them', () => {
    expect(renamed.write({ canteen: 'south' }, { old: 1, configVersion: 2 })).toEqual({
      canteen: 'south',
      configVersion: 2,
    })
  })

  it('keeps the stored value of a field with an invalid declaration', () => {
    const broken = [
      { key: 'canteen', type: 'select', options: 'all' },
      { key: 'note', type: 'text' },
    ] as never
    const schema = configSchema(broken)
    expect(schema.fields.map(({ key }) => key)).toEqual(['note'])
    expect(schema.flaws).toEqual(['The options of the field "canteen" must be a list of values with labels.'])
    expect(schema.write({ note: 'b' }, { canteen: { at: 'north' }, note: 'a' })).toEqual({
      canteen: { at: 'north' },
      note: 'b',
    })
  })

  it.each([[null], [undefined], ['text'], [7], [[1]], [new Map([['canteen', 'north']])]])(
    'takes %j for nothing stored',
    (stored) => {
      expect(renamed.inspect(stored).values).toEqual({ canteen: 'main' })
      expect(renamed.write({}, stored)).toEqual({ configVersion: 2 })
    },
  )

  it('ignores a default that does not fit its field', () => {
    expect(readConfig([{ key: 'dishes', type: 'number', default: 'three' }])({})).toEqual({})
    expect(readConfig([{ key: 'dishes', type: 'select', options, default: 'west' }])({})).toEqual({})
  })

  it('has the same fields for a manifest and for a list', () => {
    const text = { en: 'A text' }
    const point = { url: 'index.html', name: text, description: text }
    const manifest = {
      manifestVersion: '2.5.0',
      pluginVersion: '1.0.0',
      name: text,
      description: text,
      config: [{ key: 'title', type: 'text' }],
      entryPoints: [
        { ...point, id: 'first', config: [{ key: 'dishes', type: 'number', default: 3 }] },
        { ...point, id: 'second', configUrl: 'config.html' },
      ],
    } as const
    expect(configSchema(manifest, { entryPoint: 'first' }).read({ title: 'a' })).toEqual({ title: 'a', dishes: 3 })
    const { config: _, ...bare } = manifest
    expect(configSchema(bare, { entryPoint: 'second' }).flaws).toEqual([expect.stringContaining('defineFields')])
    expect(configSchema(manifest, { entryPoint: 'second' }).flaws).toEqual([])
  })

  it('is returned unchanged, and refuses a second version', () => {
    expect(configSchema(renamed)).toBe(renamed)
    expect(() => readConfig(renamed, { version: 3 })).toThrow('version: this schema already has its options.')
    expect(() => readConfig(renamed, { migrate: (stored) => stored })).toThrow(TypeError)
  })

  it('throws if a field has the key of the version', () => {
    const own: readonly ConfigField[] = [{ key: 'configVersion', type: 'number' }]
    expect(() => defineFields(own, { version: 1 })).toThrow('versionKey: "configVersion" is the key of a field.')
    expect(defineFields(own, { version: 1, versionKey: 'v' }).write({})).toEqual({ v: 1 })
    expect(defineFields(own).read({ configVersion: 7 })).toEqual({ configVersion: 7 })
  })

  it('calls the `report` of the reader', () => {
    const report = vi.fn()
    expect(renamed.read({ dishes: 'many' }, { report })).toEqual({ canteen: 'main' })
    expect(report).toHaveBeenCalledOnce()
    expect(() => renamed.read({ dishes: 'many' }, { strict: true })).toThrow('"dishes" (wrong-type)')
  })
})
