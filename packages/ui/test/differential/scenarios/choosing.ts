import { EACH, TOGGLES } from '../kinds.js'
import { inForm, LABEL, type Scenario } from './scenario.js'

/** What is chosen or switched: by click, by key, by script. */
export const choosing: readonly Scenario[] = [
  {
    name: 'choose and leave',
    kinds: ['select', 'radio', ...TOGGLES],
    act: async ({ use, leave, noteField }) => {
      await use()
      noteField('at once')
      await leave()
    },
  },
  {
    name: 'choose twice the same',
    kinds: ['select', 'radio'],
    act: async ({ use }) => {
      await use()
      await use()
    },
  },
  {
    name: 'switch on and off',
    kinds: TOGGLES,
    attributes: { required: '' },
    act: async ({ use, leave }) => {
      await use()
      await use()
      await leave()
    },
  },
  {
    name: 'Space',
    kinds: [...TOGGLES, 'radio'],
    act: async ({ enter, press }) => {
      await enter()
      await press(' ')
    },
  },
  {
    name: 'Enter',
    kinds: [...TOGGLES, 'radio', 'select'],
    page: (control) => inForm(`${LABEL}${control}<button name="by" value="native">Send</button>`),
    act: async ({ enter, press }) => {
      await enter()
      await press('Enter')
      await press('Escape')
    },
  },
  {
    name: 'a click that a listener prevents',
    kinds: [...TOGGLES, 'radio'],
    act: async ({ use, place, leave }) => {
      place.addEventListener('click', (event) => event.preventDefault())
      await use()
      await leave()
    },
  },
  {
    name: 'a script clicks',
    kinds: TOGGLES,
    act: ({ field }) => field.element.click(),
  },
  {
    name: 'a script clicks, asked at once',
    kinds: TOGGLES,
    act: ({ field, noteField }) => {
      field.element.click()
      noteField('at once')
    },
  },
  {
    name: 'the value of a toggle',
    kinds: TOGGLES,
    act: async ({ field, use }) => {
      field.set('value', 'yes')
      await use()
    },
  },
  {
    name: 'arrow keys',
    kinds: ['radio'],
    attributes: { value: 'a' },
    act: async ({ enter, press }) => {
      await enter()
      await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp')
    },
  },
  {
    name: 'arrow keys from nothing',
    kinds: ['radio'],
    act: async ({ enter, press }) => {
      await enter()
      await press('ArrowDown')
    },
  },
  {
    name: 'a click on it while it is disabled',
    kinds: EACH,
    attributes: { disabled: '' },
    act: async ({ click, field }) => click(field.spot('b')),
  },
  {
    name: 'a script clicks it while it is disabled',
    kinds: TOGGLES,
    attributes: { disabled: '' },
    act: ({ field }) => field.element.click(),
  },
]
