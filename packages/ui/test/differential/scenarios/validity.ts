import { EACH, SAMPLES, TOGGLES, EACH_WRITING, type FieldKind } from '../kinds.js'
import { inForm, LABEL, type Scenario } from './scenario.js'

const PATTERNED = ['text', 'email', 'url', 'search'] as const
const initially = (kind: string): { value: string } => ({ value: SAMPLES[kind as FieldKind] })

/** What makes a field valid or not. */
export const validity: readonly Scenario[] = [
  {
    name: 'required comes and goes',
    kinds: EACH,
    act: async ({ field, settle, noteField }) => {
      field.set('required', '')
      await settle()
      noteField('with required')
      field.set('required', null)
    },
  },
  {
    name: 'required comes by script, asked at once',
    kinds: EACH,
    act: ({ field, note }) => {
      field.judged.required = true
      note('valid', field.judged.checkValidity())
    },
  },
  {
    name: 'setCustomValidity',
    kinds: EACH,
    act: ({ field }) => field.judged.setCustomValidity('Taken'),
  },
  {
    name: 'setCustomValidity on what is missing',
    kinds: EACH,
    attributes: { required: '' },
    act: ({ field, note }) => {
      field.judged.setCustomValidity('Taken')
      note('message', field.judged.validationMessage)
    },
  },
  {
    name: 'setCustomValidity, and the person changes the value',
    kinds: EACH,
    act: async ({ field, use, note }) => {
      field.judged.setCustomValidity('Taken')
      await use()
      note('message', field.judged.validationMessage)
    },
  },
  {
    name: 'setCustomValidity is taken back',
    kinds: EACH,
    act: ({ field }) => {
      field.judged.setCustomValidity('Taken')
      field.judged.setCustomValidity('')
    },
  },
  {
    name: 'setCustomValidity and reset',
    kinds: EACH,
    act: ({ field, form }) => {
      field.judged.setCustomValidity('Taken')
      form.reset()
    },
  },
  {
    name: 'checkValidity of what is missing',
    kinds: EACH,
    attributes: { required: '' },
    act: ({ field, note }) => note('result', field.judged.checkValidity()),
  },
  {
    name: 'reportValidity of what is missing',
    kinds: EACH,
    attributes: { required: '' },
    act: async ({ field, note, settle }) => {
      note('result', field.judged.reportValidity())
      await settle()
    },
  },
  {
    name: 'the form is submitted by a click, and something is missing',
    kinds: EACH,
    attributes: { required: '' },
    page: (control) => inForm(`${LABEL}${control}<button id="submit">Send</button>`),
    act: async ({ find, click }) => click(find('submit')),
  },
  {
    name: 'the form is submitted by a click',
    kinds: EACH,
    attributes: initially,
    page: (control) => inForm(`${LABEL}${control}<button id="submit" name="by" value="native">Send</button>`),
    act: async ({ find, click }) => click(find('submit')),
  },
  {
    name: 'the form is submitted with novalidate, and something is missing',
    kinds: EACH,
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
    name: 'a script sets less than minlength demands',
    kinds: ['text', 'textarea', 'search'],
    attributes: { minlength: '30' },
    act: (stage) => {
      stage.field.value = 'North'
    },
  },
  {
    name: 'the value of the attribute is longer than maxlength',
    kinds: ['text', 'textarea'],
    attributes: { maxlength: '3', value: 'North' },
    act: () => undefined,
  },
  {
    name: 'type two lines where maxlength counts them',
    kinds: ['textarea'],
    attributes: { maxlength: '3' },
    act: async ({ enter, person, leave }) => {
      await enter()
      await person.type('a')
      await person.press('Enter')
      await person.type('bc')
      await leave()
    },
  },
  {
    name: 'is disabled, and empty though required',
    kinds: EACH,
    attributes: { required: '', disabled: '' },
    act: ({ field, note }) => note('result', field.judged.checkValidity()),
  },
  {
    name: 'is read-only, and empty though required',
    kinds: EACH_WRITING,
    attributes: { required: '', readonly: '' },
    act: ({ field, note }) => note('result', field.judged.checkValidity()),
  },
  {
    name: 'is in a datalist, and empty though required',
    kinds: ['text', ...TOGGLES],
    attributes: { required: '' },
    page: (control) => inForm(`${LABEL}<datalist>${control}</datalist>`),
    act: ({ field, note }) => note('result', field.judged.checkValidity()),
  },
]
