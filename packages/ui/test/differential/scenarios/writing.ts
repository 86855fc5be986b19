import { TEXT_KINDS } from '../kinds.js'
import { inForm, LABEL, type Scenario } from './scenario.js'

const ONE_LINE = TEXT_KINDS.filter((kind) => kind !== 'textarea')
const SUBMIT = '<button id="submit" type="submit" name="by" value="native">Send</button>'
const withSubmit = (control: string): string => inForm(LABEL + control + SUBMIT)

/** Keys, clipboard and input methods. */
export const writing: readonly Scenario[] = [
  {
    name: 'type and leave',
    kinds: TEXT_KINDS,
    act: async (stage) => {
      await stage.fill()
      stage.noteField('while typing')
      await stage.leave()
    },
  },
  {
    name: 'type, leave, and delete it again',
    kinds: TEXT_KINDS,
    attributes: { required: '' },
    act: async ({ fill, leave, focus, person, press, field }) => {
      await fill()
      await leave()
      await focus()
      await person.press(...[...field.value].flatMap(() => ['End', 'Backspace']))
      await press('End')
      await leave()
    },
  },
  {
    name: 'paste with spaces around and line breaks',
    kinds: TEXT_KINDS,
    needs: ['paste'],
    act: async (stage) => {
      await stage.focus()
      await stage.person.paste(stage.kind === 'number' ? ' 12 ' : ' ada@example.com \nsecond ')
      await stage.settle()
      await stage.leave()
    },
  },
  {
    name: 'compose a word',
    kinds: ['text', 'search', 'textarea', 'email'],
    needs: ['compose'],
    act: async (stage) => {
      await stage.focus()
      await stage.person.compose('すし', true)
      await stage.settle()
      await stage.leave()
    },
  },
  {
    name: 'read the value while a word is composed',
    kinds: ['text', 'search', 'textarea'],
    needs: ['compose'],
    act: async (stage) => {
      await stage.focus()
      await stage.person.compose('すし', false)
      await stage.settle()
      stage.noteField('while composing')
      await stage.person.compose('すし', true)
    },
  },
  {
    name: 'Enter that ends a composition',
    kinds: ONE_LINE,
    needs: ['compose'],
    page: withSubmit,
    act: async (stage) => {
      await stage.fill()
      await stage.person.pressComposingEnter()
    },
  },
  {
    name: 'Enter with a submit button',
    kinds: TEXT_KINDS,
    page: withSubmit,
    act: async ({ fill, press }) => {
      await fill()
      await press('Enter')
    },
  },
  {
    name: 'Enter twice, without a change in between',
    kinds: ONE_LINE,
    page: withSubmit,
    act: async ({ fill, press, leave }) => {
      await fill()
      await press('Enter', 'Enter')
      await leave()
    },
  },
  {
    name: 'Enter without a submit button',
    kinds: ONE_LINE,
    act: async ({ fill, press }) => {
      await fill()
      await press('Enter')
    },
  },
  {
    name: 'Enter with two text fields and no submit button',
    kinds: ONE_LINE,
    page: (control) => inForm(`${LABEL}${control}<input id="other" name="other">`),
    act: async ({ fill, press }) => {
      await fill()
      await press('Enter')
    },
  },
  {
    name: 'Enter with two fields of the same kind and no submit button',
    kinds: ONE_LINE,
    page: (control) => inForm(`${LABEL}${control}${control.replace('id="field"', 'id="other"')}`),
    act: async ({ fill, press }) => {
      await fill()
      await press('Enter')
    },
  },
  {
    name: 'Enter with a disabled submit button',
    kinds: ONE_LINE,
    page: (control) => inForm(`${LABEL}${control}<button disabled>Send</button>`),
    act: async ({ fill, press }) => {
      await fill()
      await press('Enter')
    },
  },
  {
    name: 'Enter with an image as submit button',
    kinds: ONE_LINE,
    page: (control) => inForm(`${LABEL}${control}<input id="image" type="image" name="image" alt="Send">`),
    act: async ({ fill, press }) => {
      await fill()
      await press('Enter')
    },
  },
  {
    name: 'Enter with a submit button outside of the form',
    kinds: ONE_LINE,
    page: (control) => `${inForm(LABEL + control)}<button id="far" form="form" name="by" value="far">Send</button>`,
    act: async ({ fill, press }) => {
      await fill()
      await press('Enter')
    },
  },
  {
    name: 'Enter that a listener prevents',
    kinds: ONE_LINE,
    page: withSubmit,
    act: async ({ fill, press, place }) => {
      place.addEventListener('keydown', (event) => event.key === 'Enter' && event.preventDefault())
      await fill()
      await press('Enter')
    },
  },
  {
    name: 'Enter with an invalid value',
    kinds: TEXT_KINDS,
    attributes: { required: '' },
    page: withSubmit,
    act: async ({ focus, press }) => {
      await focus()
      await press('Enter')
    },
  },
  {
    name: 'Enter in a read-only field',
    kinds: ONE_LINE,
    attributes: { readonly: '' },
    page: withSubmit,
    act: async ({ focus, press }) => {
      await focus()
      await press('Enter')
    },
  },
  {
    name: 'type more than maxlength allows',
    kinds: ['text', 'email', 'url', 'search', 'textarea'],
    attributes: { maxlength: '3' },
    act: async (stage) => {
      await stage.fill()
      await stage.leave()
    },
  },
  {
    name: 'type less than minlength requires',
    kinds: ['text', 'email', 'url', 'search', 'textarea'],
    attributes: { minlength: '50' },
    act: async (stage) => {
      await stage.fill()
      await stage.leave()
    },
  },
  {
    name: 'Escape after typing',
    kinds: TEXT_KINDS,
    act: async ({ fill, press, leave }) => {
      await fill()
      await press('Escape')
      await leave()
    },
  },
  {
    name: 'type an invalid value and leave',
    kinds: ['email', 'url', 'number'],
    act: async ({ fill, leave }) => {
      await fill('-')
      await leave()
    },
  },
  {
    name: 'type spaces around an address',
    kinds: ['email', 'url'],
    act: async ({ fill, leave, kind }) => {
      await fill(kind === 'email' ? ' ada@example.com ' : ' https://example.com ')
      await leave()
    },
  },
  {
    name: 'type an address with another scheme',
    kinds: ['url'],
    act: async ({ fill, leave }) => {
      await fill('mailto:ada@example.com')
      await leave()
    },
  },
  {
    name: 'type into a field that a script changed',
    kinds: TEXT_KINDS,
    act: async ({ fill, leave, field, kind, settle }) => {
      field.value = kind === 'number' ? '7' : 'x'
      await settle()
      await fill()
      await leave()
    },
  },
]
