import type { Scenario } from './scenario.js'

const TEXTS = [
  '-',
  '1,5',
  '1.5',
  '0x10',
  '1e400',
  '9007199254740993',
  '1e2',
  '+5',
  '.5',
  '5.',
  '-0',
  ' 5',
  'abc',
  '1e',
  '007',
  '1.50',
  '0.1e1',
]

const number = ['number'] as const

/** Typing, checking and stepping numbers. */
export const numbers: readonly Scenario[] = [
  ...TEXTS.map((text): Scenario => ({
    name: `type "${text}" and leave`,
    kinds: number,
    act: async ({ fill, leave }) => {
      await fill(text)
      await leave()
    },
  })),
  ...TEXTS.map((text): Scenario => ({
    name: `a script sets "${text}"`,
    kinds: number,
    act: (stage) => {
      stage.field.value = text
      stage.noteField('at once')
    },
  })),
  ...['0x10', ' 5 ', '1e400', '5'].map((value): Scenario => ({
    name: `the attribute is "${value}"`,
    kinds: number,
    attributes: { value },
    act: () => undefined,
  })),
  ...(['reset', 'an empty text', 'null'] as const).map((how): Scenario => ({
    name: `type "-", then ${how}`,
    kinds: number,
    act: async ({ fill, settle, form, field, leave }) => {
      await fill('-')
      if (how === 'reset') form.reset()
      else field.value = (how === 'null' ? null : '') as string
      await settle()
      await leave()
    },
  })),
  ...(
    [
      [{ min: '3' }, '2'],
      [{ max: '3' }, '4'],
      [{ min: '1', step: '2' }, '4'],
      [{ step: '0.1' }, '0.3'],
      [{ step: '0.1' }, '0.35'],
      [{}, '1.5'],
      [{ step: 'any' }, '1.5'],
      [{ min: '5', max: '1' }, '3'],
      [{ step: '-1' }, '1.5'],
      [{ step: 'x' }, '1.5'],
      [{ min: 'x' }, '-1'],
      [{ value: '1', step: '2' }, '2'],
    ] as const
  ).map(([attributes, value]): Scenario => ({
    name: `"${value}" with ${JSON.stringify(attributes)}`,
    kinds: number,
    attributes,
    act: (stage) => {
      stage.field.value = value
    },
  })),
  ...(
    [
      [{ value: '5' }, 'ArrowUp'],
      [{ value: '5' }, 'ArrowDown'],
      [{}, 'ArrowUp'],
      [{ value: '5', max: '5' }, 'ArrowUp'],
      [{ value: '5', min: '5' }, 'ArrowDown'],
      [{ value: '2', min: '1', step: '2' }, 'ArrowUp'],
      [{ min: '3' }, 'ArrowUp'],
      [{ value: '5', step: '0.5' }, 'ArrowDown'],
      [{ value: '1', step: '2' }, 'ArrowUp'],
      [{ value: '5', readonly: '' }, 'ArrowUp'],
      [{ value: '1.5' }, 'ArrowUp'],
    ] as const
  ).map(([attributes, key]): Scenario => ({
    name: `${key} with ${JSON.stringify(attributes)}`,
    kinds: number,
    attributes,
    act: async (stage) => {
      await stage.focus()
      await stage.press(key)
      await stage.leave()
    },
  })),
  {
    name: 'the wheel turns over a number that has the focus',
    kinds: number,
    needs: ['wheel'],
    attributes: { value: '5' },
    act: async (stage) => {
      await stage.focus()
      const { left, top, width, height } = stage.field.element.getBoundingClientRect()
      await stage.person.wheel(left + width / 2, top + height / 2, 100)
      await stage.settle()
    },
  },
]
