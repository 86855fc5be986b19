import { DISTINCT_KINDS, TOGGLES } from '../kinds.js'
import { inForm, LABEL, type Scenario } from './scenario.js'

/** Choosing and switching, by click, key and script. */
export const choosing: readonly Scenario[] = [
  {
    name: 'choose and leave',
    kinds: ['select', 'radio', ...TOGGLES],
    act: async ({ fill, leave, noteField }) => {
      await fill()
      noteField('at once')
      await leave()
    },
  },
  {
    name: 'choose the same option twice',
    kinds: ['select', 'radio'],
    act: async ({ fill }) => {
      await fill()
      await fill()
    },
  },
  {
    name: 'switch on and off',
    kinds: TOGGLES,
    attributes: { required: '' },
    act: async ({ fill, leave }) => {
      await fill()
      await fill()
      await leave()
    },
  },
  {
    name: 'Space',
    kinds: [...TOGGLES, 'radio'],
    act: async ({ focus, press }) => {
      await focus()
      await press(' ')
    },
  },
  {
    name: 'Enter',
    kinds: [...TOGGLES, 'radio', 'select'],
    page: (control) => inForm(`${LABEL}${control}<button name="by" value="native">Send</button>`),
    act: async ({ focus, press }) => {
      await focus()
      await press('Enter')
      await press('Escape')
    },
  },
  {
    name: 'a click that a listener prevents',
    kinds: [...TOGGLES, 'radio'],
    act: async ({ fill, place, leave }) => {
      place.addEventListener('click', (event) => event.preventDefault())
      await fill()
      await leave()
    },
  },
  {
    name: 'a script clicks',
    kinds: TOGGLES,
    act: ({ field }) => field.element.click(),
  },
  {
    name: 'a script clicks, read at once',
    kinds: TOGGLES,
    act: ({ field, noteField }) => {
      field.element.click()
      noteField('at once')
    },
  },
  {
    name: 'a toggle with a value attribute',
    kinds: TOGGLES,
    act: async ({ field, fill }) => {
      field.set('value', 'yes')
      await fill()
    },
  },
  {
    name: 'arrow keys',
    kinds: ['radio'],
    attributes: { value: 'a' },
    act: async ({ focus, press }) => {
      await focus()
      await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp')
    },
  },
  {
    name: 'arrow keys without a choice',
    kinds: ['radio'],
    act: async ({ focus, press }) => {
      await focus()
      await press('ArrowDown')
    },
  },
  {
    name: 'a click on it while it is disabled',
    kinds: DISTINCT_KINDS,
    attributes: { disabled: '' },
    act: async ({ click, field }) => click(field.clickTarget('b')),
  },
  {
    name: 'a script clicks it while it is disabled',
    kinds: TOGGLES,
    attributes: { disabled: '' },
    act: ({ field }) => field.element.click(),
  },
]
