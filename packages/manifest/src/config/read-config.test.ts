import { describe, expect, it, vi } from 'vitest'
import { ConfigError, defineManifest, readConfig, type ConfigProblem } from '../index.js'

const text = { en: 'A text' }
const options = [
  { value: 'north', label: text },
  { value: 'south', label: text },
]
const entryPoint = { url: 'index.html', name: text, description: text }

const manifest = defineManifest({
  manifestVersion: '2.5.0',
  pluginVersion: '1.0.0',
  name: text,
  description: text,
  config: [{ key: 'title', type: 'text', maxLength: 5 }],
  entryPoints: [
    {
      ...entryPoint,
      id: 'first',
      config: [
        { key: 'canteen', type: 'select', options, default: 'north' },
        { key: 'dishes', type: 'number', min: 1, max: 9 },
        { key: 'code', type: 'text', pattern: '^\\p{Lu}{2}$', minLength: 2 },
      ],
    },
    { ...entryPoint, id: 'second', config: [{ key: 'dishes', type: 'text', required: true }] },
  ],
})

/** A reader of one field, and what it has reported. */
function reader(field: object): { read: (value: unknown) => unknown; reasons: () => string[] } {
  const problems: ConfigProblem[] = []
  const read = readConfig([{ key: 'a', type: 'text', ...field }], { report: (found) => problems.push(...found) })
  return { read: (value) => Reflect.get(read({ a: value }), 'a'), reasons: () => problems.map(({ reason }) => reason) }
}

describe('readConfig', () => {
  it('applies defaults, keeps values that fit, and drops unknown keys', () => {
    const read = readConfig(manifest, { entryPoint: 'first' })
    expect(read({})).toEqual({ canteen: 'north' })
    expect(read({ canteen: 'south', dishes: 3, more: 1 })).toEqual({ canteen: 'south', dishes: 3 })
  })

  it('returns a frozen object', () => {
    expect(Object.isFrozen(readConfig(manifest)({ title: 'Lunch' }))).toBe(true)
  })

  it.each<[why: string, field: object, value: unknown, taken: unknown, reasons: string[]]>([
    ['a text', {}, 'x', 'x', []],
    ['an empty text', {}, '', '', []],
    ['an empty text, although there is a default', { default: 'x' }, '', '', []],
    ['a number for a text', {}, 3, undefined, ['wrong-type']],
    ['an object for a text', {}, { b: 1 }, undefined, ['wrong-type']],
    ['null', {}, null, undefined, []],
    ['a text that is too long', { maxLength: 2 }, 'abc', undefined, ['too-long']],
    ['a text that is too short', { minLength: 2 }, 'a', undefined, ['too-short']],
    ['a text that its pattern refuses', { pattern: '^a$' }, 'b', undefined, ['pattern']],
    ['a text that its pattern takes', { pattern: '^\\p{L}$' }, 'ä', 'ä', []],
    ['a text whose pattern is not a regular expression', { pattern: '(' }, 'b', 'b', []],
    ['a long text', { type: 'textarea' }, 'x\ny', 'x\ny', []],
    ['a number', { type: 'number' }, 3, 3, []],
    ['a number as text', { type: 'number' }, '3', undefined, ['wrong-type']],
    ['no number', { type: 'number' }, NaN, undefined, ['wrong-type']],
    ['an empty text for a number', { type: 'number', default: 2 }, '', 2, []],
    ['a number that is too small', { type: 'number', min: 1 }, 0, undefined, ['too-small']],
    ['a number that is too large', { type: 'number', max: 1 }, 2, undefined, ['too-large']],
    ['a boolean', { type: 'checkbox' }, false, false, []],
    ['a boolean as text', { type: 'checkbox' }, 'true', undefined, ['wrong-type']],
    ['an option', { type: 'radio', options }, 'south', 'south', []],
    ['what was an option once', { type: 'radio', options, default: 'north' }, 'west', 'north', ['not-an-option']],
    [
      'an option of another type',
      { type: 'select', options: [{ value: 1, label: text }] },
      '1',
      undefined,
      ['not-an-option'],
    ],
    ['an empty option', { type: 'select', options: [{ value: '', label: text }] }, '', '', []],
    ['any flat value for a type that is not known', { type: 'colour' }, true, true, []],
    ['a value for a type with a name of Object.prototype', { type: 'constructor' }, 'x', 'x', []],
    ['an object for a type that is not known', { type: 'colour' }, {}, undefined, ['wrong-type']],
  ])('reads %s', (_, field, value, taken, reasons) => {
    const { read, reasons: reported } = reader(field)
    expect([read(value), reported()]).toEqual([taken, reasons])
  })

  it.each<[why: string, stored: object, reason: string]>([
    ['is absent', {}, 'missing'],
    ['is empty', { a: '' }, 'missing'],
    ['is of another type', { a: 1 }, 'wrong-type'],
  ])('throws if a required value %s and has no default', (_, stored, reason) => {
    const read = readConfig([{ key: 'a', type: 'text', required: true }])
    expect(() => read({ ...stored })).toThrow(ConfigError)
    expect(() => read({ ...stored })).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ key: 'a', reason })] }),
    )
  })

  it('uses the default if a required value is empty', () => {
    expect(reader({ required: true, default: 'x' }).read('')).toBe('x')
  })

  it('throws for every value that does not fit with `strict`', () => {
    const read = readConfig(manifest, { entryPoint: 'first', strict: true })
    expect(() => read({ canteen: 'west' })).toThrow(ConfigError)
    expect(read({ canteen: 'south' })).toEqual({ canteen: 'south' })
  })

  it('warns on the console without the value', () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    readConfig(manifest)({ title: 'far too personal' })
    expect(warn.mock.calls).toEqual([[expect.stringContaining('"title" (too-long)')]])
    expect(String(warn.mock.calls)).not.toContain('personal')
    warn.mockRestore()
  })

  it('accepts a value that fits one of several entry points', () => {
    const read = readConfig(manifest)
    expect(read({ dishes: 3 })).toEqual({ canteen: 'north', dishes: 3 })
    expect(read({ dishes: 'three' })).toEqual({ canteen: 'north', dishes: 'three' })
    expect(() => readConfig(manifest, { entryPoint: 'second' })({ dishes: 3 })).toThrow(ConfigError)
  })

  it('requires `entryPoint` if the entry points have different defaults', () => {
    const both = defineManifest({
      ...manifest,
      entryPoints: [
        { ...entryPoint, id: 'first', config: [{ key: 'dishes', type: 'number', default: 3 }] },
        { ...entryPoint, id: 'second', config: [{ key: 'dishes', type: 'number', default: 5 }] },
      ],
    })
    expect(() => readConfig(both)).toThrow(TypeError)
    expect(readConfig(both, { entryPoint: 'second' })({})).toEqual({ dishes: 5 })
  })

  it('throws for an entry point that the manifest does not have', () => {
    // @ts-expect-error there is no such entry point
    expect(() => readConfig(manifest, { entryPoint: 'third' })).toThrow(
      'entryPoint: the manifest has no entry point with the id "third".',
    )
  })

  it('treats names of Object.prototype as ordinary keys', () => {
    const fields = ['__proto__', 'constructor', 'toString'].map((key) => ({ key, type: 'text' }))
    const read = readConfig(fields)
    expect(Object.keys(read({}))).toEqual([])
    const stored = JSON.parse('{ "__proto__": "a", "constructor": "b" }') as Record<string, unknown>
    expect(JSON.stringify(read(stored))).toBe('{"__proto__":"a","constructor":"b"}')
  })
})

describe('the version of a stored configuration', () => {
  const migrate = vi.fn((stored: object, from: number) => ({ ...stored, title: `from ${from}` }))
  const fields = [{ key: 'title', type: 'text' }] as const

  it.each<[why: string, stored: Record<string, unknown>, title: string | undefined]>([
    ['migrates a configuration of an older release', { title: 'a', configVersion: 1 }, 'from 1'],
    ['brings over what has no version', { title: 'a' }, 'from 0'],
    ['brings over what has no usable version', { title: 'a', configVersion: '7' }, 'from 0'],
    ['leaves alone what is of this version', { title: 'a', configVersion: 3 }, 'a'],
    ['has nothing to do for an instance that is not configured yet', {}, undefined],
  ])('%s', (_, stored, title) => {
    expect(readConfig(fields, { version: 3, migrate })(stored).title).toBe(title)
  })

  it('is read from `versionKey`', () => {
    const read = readConfig(fields, { version: 3, versionKey: 'v', migrate })
    expect(read({ title: 'a', v: 2 }).title).toBe('from 2')
  })

  it('reports a configuration of a newer release, and reads it unchanged', () => {
    const report = vi.fn()
    expect(readConfig(fields, { version: 3, migrate, report })({ title: 'a', configVersion: 4 }).title).toBe('a')
    expect(report.mock.calls).toEqual([[[expect.objectContaining({ key: 'configVersion', reason: 'newer-version' })]]])
  })

  it('checks the result of `migrate`', () => {
    const report = vi.fn()
    const read = readConfig(fields, { version: 1, migrate: () => ({ title: 3 }), report })
    expect(read({ old: 1 })).toEqual({})
    expect(report).toHaveBeenCalledOnce()
  })

  it.each([0, -1, 1.5, NaN])('refuses the version %s', (version) => {
    expect(() => readConfig(fields, { version })).toThrow(TypeError)
  })

  it('refuses `migrate` without a version', () => {
    expect(() => readConfig(fields, { migrate })).toThrow(TypeError)
  })
})
