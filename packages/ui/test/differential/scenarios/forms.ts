import { DISTINCT_KINDS, isToggle, OTHER_SAMPLES, SAMPLES, DISTINCT_TEXT_KINDS, type FieldKind } from '../kinds.js'
import { frameOf } from '../stage.js'
import { inForm, LABEL, OUTSIDE, type Scenario } from './scenario.js'

const initialAttributes = (kind: string): { value: string } => ({ value: SAMPLES[kind as FieldKind] })

/** The relation of a field to its form: reset, disabled, owner, name. */
export const forms: readonly Scenario[] = [
  {
    name: 'reset after the person changed the value',
    kinds: DISTINCT_KINDS,
    act: async ({ fill, form, leave }) => {
      await fill()
      await leave()
      form.reset()
    },
  },
  {
    name: 'reset to the initial value after the person changed it',
    kinds: [...DISTINCT_TEXT_KINDS, 'select', 'radio'],
    attributes: (kind) => ({ value: OTHER_SAMPLES[kind as FieldKind] }),
    act: async ({ fill, form }) => {
      await fill()
      form.reset()
    },
  },
  {
    name: 'reset after a script changed the value',
    kinds: DISTINCT_KINDS,
    attributes: initialAttributes,
    act: async ({ field, form, kind, settle, noteField }) => {
      field.value = isToggle(kind) ? '' : OTHER_SAMPLES[kind as FieldKind]
      await settle()
      form.reset()
      noteField('at once')
    },
  },
  {
    name: 'reset after the attribute changed',
    kinds: ['text', 'email', 'url', 'number', 'search'],
    attributes: initialAttributes,
    act: async ({ field, form, kind, settle, fill }) => {
      await fill()
      field.set('value', OTHER_SAMPLES[kind as FieldKind])
      await settle()
      form.reset()
    },
  },
  {
    name: 'reset after the checked attribute was added',
    kinds: ['checkbox', 'switch'],
    act: async ({ field, form, settle, fill }) => {
      await fill()
      await fill()
      field.set('checked', '')
      await settle()
      form.reset()
    },
  },
  {
    name: 'reset, then the attribute changes',
    kinds: ['text', 'number'],
    act: async ({ field, form, settle, fill, kind }) => {
      await fill()
      form.reset()
      field.set('value', OTHER_SAMPLES[kind as FieldKind])
      await settle()
    },
  },
  {
    name: 'reset that a listener prevents',
    kinds: DISTINCT_KINDS,
    act: async ({ fill, form }) => {
      form.addEventListener('reset', (event) => event.preventDefault())
      await fill()
      form.reset()
    },
  },
  {
    name: 'is disabled by a fieldset',
    kinds: DISTINCT_KINDS,
    attributes: initialAttributes,
    page: (control) => inForm(`<fieldset id="set" disabled>${LABEL}${control}</fieldset>`),
    act: async ({ focus, person, field, note, click }) => {
      await focus()
      note('matches :disabled', field.control.matches(':disabled'))
      await click(field.clickTarget('a'))
      await person.press('x')
    },
  },
  {
    name: 'is in the legend of a disabled fieldset',
    kinds: DISTINCT_KINDS,
    attributes: initialAttributes,
    page: (control) => inForm(`<fieldset disabled><legend>${LABEL}${control}</legend></fieldset>`),
    act: ({ field, note }) => note('matches :disabled', field.control.matches(':disabled')),
  },
  {
    name: 'a fieldset is disabled and enabled again',
    kinds: DISTINCT_KINDS,
    page: (control) => inForm(`<fieldset id="set">${LABEL}${control}</fieldset>`),
    act: async ({ find, fill, settle, leave, noteField }) => {
      const set = find('set') as HTMLFieldSetElement
      set.disabled = true
      await settle()
      noteField('while disabled')
      set.disabled = false
      await settle()
      await fill()
      await leave()
    },
  },
  {
    name: 'is disabled while it has the focus',
    kinds: DISTINCT_KINDS,
    act: async ({ focus, field, settle }) => {
      await focus()
      field.set('disabled', '')
      await settle()
      // browsers remove the focus in the next frame
      await frameOf(window)
      await frameOf(window)
    },
  },
  {
    name: 'belongs to another form with form=',
    kinds: DISTINCT_KINDS,
    attributes: (kind) => ({ ...initialAttributes(kind), form: 'form' }),
    page: (control) => `<form id="form"></form>${LABEL}${control}${OUTSIDE}`,
    act: () => undefined,
  },
  {
    name: 'submits another form with Enter',
    kinds: ['text', 'number'],
    attributes: { form: 'form' },
    page: (control) =>
      `<form id="form"><button name="by" value="native">Send</button></form>${LABEL}${control}${OUTSIDE}`,
    act: async ({ fill, press }) => {
      await fill()
      await press('Enter')
    },
  },
  {
    name: 'form= changes',
    kinds: DISTINCT_KINDS,
    attributes: initialAttributes,
    page: (control) => `${inForm(LABEL + control)}<form id="other"></form>`,
    act: ({ field }) => field.set('form', 'other'),
  },
  {
    name: 'the name changes',
    kinds: DISTINCT_KINDS,
    attributes: initialAttributes,
    act: async ({ field, settle }) => {
      field.set('name', 'place')
      await settle()
    },
  },
  {
    name: 'the name is removed',
    kinds: DISTINCT_KINDS,
    attributes: initialAttributes,
    act: async ({ field, settle }) => {
      field.set('name', null)
      await settle()
    },
  },
  {
    name: 'two fields with the same name',
    kinds: [...DISTINCT_TEXT_KINDS, 'checkbox', 'switch', 'select'],
    attributes: initialAttributes,
    page: (control) => inForm(`${LABEL}${control}${control.replace('id="field"', 'id="other"')}`),
    act: () => undefined,
  },
  {
    name: 'form.elements contains it under its name',
    kinds: [...DISTINCT_TEXT_KINDS, 'checkbox', 'select'],
    act: ({ form, field, note }) => {
      note('is it', form.elements.namedItem('field') === field.element)
      note('count', form.elements.length)
    },
  },
]
