import { DISTINCT_KINDS, SAMPLES, TOGGLES, DISTINCT_TEXT_KINDS, type FieldKind } from '../kinds.js'
import { inForm, LABEL, type Scenario } from './scenario.js'

const PATTERNED = ['text', 'email', 'url', 'search'] as const
const initialAttributes = (kind: string): { value: string } => ({ value: SAMPLES[kind as FieldKind] })

/** What makes a field valid or not. */
export const validity: readonly Scenario[] = [
  {
    name: 'required is set and removed',
    kinds: DISTINCT_KINDS,
    act: async ({ field, settle, noteField }) => {
      field.set('required', '')
      await settle()
      noteField('with required')
      field.set('required', null)
    },
  },
  {
    name: 'a script sets required, checked at once',
    kinds: DISTINCT_KINDS,
    act: ({ field, note }) => {
      field.control.required = true
      note('valid', field.control.checkValidity())
    },
  },
  {
    name: 'setCustomValidity',
    kinds: DISTINCT_KINDS,
    act: ({ field }) => field.control.setCustomValidity('Taken'),
  },
  {
    name: 'setCustomValidity on a missing value',
    kinds: DISTINCT_KINDS,
    attributes: { required: '' },
    act: ({ field, note }) => {
      field.control.setCustomValidity('Taken')
      note('message', field.control.validationMessage)
    },
  },
  {
    name: 'setCustomValidity, and the person changes the value',
    kinds: DISTINCT_KINDS,
    act: async ({ field, fill, note }) => {
      field.control.setCustomValidity('Taken')
      await fill()
      note('message', field.control.validationMessage)
    },
  },
  {
    name: 'setCustomValidity is cleared',
    kinds: DISTINCT_KINDS,
    act: ({ field }) => {
      field.control.setCustomValidity('Taken')
      field.control.setCustomValidity('')
    },
  },
  {
    name: 'setCustomValidity and reset',
    kinds: DISTINCT_KINDS,
    act: ({ field, form }) => {
      field.control.setCustomValidity('Taken')
      form.reset()
    },
  },
  {
    name: 'checkValidity of a missing value',
    kinds: DISTINCT_KINDS,
    attributes: { required: '' },
    act: ({ field, note }) => note('result', field.control.checkValidity()),
  },
  {
    name: 'reportValidity of a missing value',
    kinds: DISTINCT_KINDS,
    attributes: { required: '' },
    act: async ({ field, note, settle }) => {
      note('result', field.control.reportValidity())
      await settle()
    },
  },
  {
    name: 'the form is submitted by a click with a missing value',
    kinds: DISTINCT_KINDS,
    attributes: { required: '' },
    page: (control) => inForm(`${LABEL}${control}<button id="submit">Send</button>`),
    act: async ({ find, click }) => click(find('submit')),
  },
  {
    name: 'the form is submitted by a click',
    kinds: DISTINCT_KINDS,
    attributes: initialAttributes,
    page: (control) => inForm(`${LABEL}${control}<button id="submit" name="by" value="native">Send</button>`),
    act: async ({ find, click }) => click(find('submit')),
  },
  {
    name: 'the form is submitted with novalidate and a missing value',
    kinds: DISTINCT_KINDS,
    attributes: { required: '' },
    page: (control) => inForm(`${LABEL}${control}<button id="submit" formnovalidate>Send</button>`),
    act: async ({ find, click }) => click(find('submit')),
  },
  ...(
    [
      ['[a-z]+', 'abc'],
      ['[a-z]+', 'ABC'],
      ['[a-z]', 'abc'],
      ['[\\p{L}--[a-z]]+', 'ABC'],
      ['[\\p{L}--[a-z]]+', 'abc'],
      ['[', 'abc'],
      ['a|b', 'ab'],
      ['[(]', '('],
    ] as const
  ).map(([pattern, value]): Scenario => ({
    name: `pattern ${pattern} with "${value}"`,
    kinds: PATTERNED,
    attributes: { pattern },
    act: async (stage) => {
      stage.field.value = value
      await stage.settle()
    },
  })),
  {
    name: 'a script sets more than maxlength allows',
    kinds: ['text', 'textarea', 'search'],
    attributes: { maxlength: '3' },
    act: (stage) => {
      stage.field.value = 'North'
    },
  },
  {
    name: 'a script sets less than minlength requires',
    kinds: ['text', 'textarea', 'search'],
    attributes: { minlength: '30' },
    act: (stage) => {
      stage.field.value = 'North'
    },
  },
  {
    name: 'the value attribute is longer than maxlength',
    kinds: ['text', 'textarea'],
    attributes: { maxlength: '3', value: 'North' },
    act: () => undefined,
  },
  {
    name: 'type two lines with maxlength',
    kinds: ['textarea'],
    attributes: { maxlength: '3' },
    act: async ({ focus, person, leave }) => {
      await focus()
      await person.type('a')
      await person.press('Enter')
      await person.type('bc')
      await leave()
    },
  },
  {
    name: 'is disabled, required and empty',
    kinds: DISTINCT_KINDS,
    attributes: { required: '', disabled: '' },
    act: ({ field, note }) => note('result', field.control.checkValidity()),
  },
  {
    name: 'is read-only, required and empty',
    kinds: DISTINCT_TEXT_KINDS,
    attributes: { required: '', readonly: '' },
    act: ({ field, note }) => note('result', field.control.checkValidity()),
  },
  {
    name: 'is in a datalist, required and empty',
    kinds: ['text', ...TOGGLES],
    attributes: { required: '' },
    page: (control) => inForm(`${LABEL}<datalist>${control}</datalist>`),
    act: ({ field, note }) => note('result', field.control.checkValidity()),
  },
]
