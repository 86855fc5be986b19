import { EACH, isToggle, OTHERS, SAMPLES, EACH_WRITING, type FieldKind } from '../kinds.js'
import { frameOf } from '../stage.js'
import { inForm, LABEL, OUTSIDE, type Scenario } from './scenario.js'

const initially = (kind: string): { value: string } => ({ value: SAMPLES[kind as FieldKind] })

/** The place of a field in a form: reset, disabled, owner, name. */
export const forms: readonly Scenario[] = [
  {
    name: 'reset after the person changed the value',
    kinds: EACH,
    act: async ({ use, form, leave }) => {
      await use()
      await leave()
      form.reset()
    },
  },
  {
    name: 'reset to the initial value after the person changed it',
    kinds: [...EACH_WRITING, 'select', 'radio'],
    attributes: (kind) => ({ value: OTHERS[kind as FieldKind] }),
    act: async ({ use, form }) => {
      await use()
      form.reset()
    },
  },
  {
    name: 'reset after a script changed the value',
    kinds: EACH,
    attributes: initially,
    act: async ({ field, form, kind, settle, noteField }) => {
      field.value = isToggle(kind) ? '' : OTHERS[kind as FieldKind]
      await settle()
      form.reset()
      noteField('at once')
    },
  },
  {
    name: 'reset after the attribute changed',
    kinds: ['text', 'email', 'url', 'number', 'search'],
    attributes: initially,
    act: async ({ field, form, kind, settle, use }) => {
      await use()
      field.set('value', OTHERS[kind as FieldKind])
      await settle()
      form.reset()
    },
  },
  {
    name: 'reset after the attribute of a toggle came',
    kinds: ['checkbox', 'switch'],
    act: async ({ field, form, settle, use }) => {
      await use()
      await use()
      field.set('checked', '')
      await settle()
      form.reset()
    },
  },
  {
    name: 'reset, then the attribute changes',
    kinds: ['text', 'number'],
    act: async ({ field, form, settle, use, kind }) => {
      await use()
      form.reset()
      field.set('value', OTHERS[kind as FieldKind])
      await settle()
    },
  },
  {
    name: 'reset that a listener prevents',
    kinds: EACH,
    act: async ({ use, form }) => {
      form.addEventListener('reset', (event) => event.preventDefault())
      await use()
      form.reset()
    },
  },
  {
    name: 'is disabled by a fieldset',
    kinds: EACH,
    attributes: initially,
    page: (control) => inForm(`<fieldset id="set" disabled>${LABEL}${control}</fieldset>`),
    act: async ({ enter, person, field, note, click }) => {
      await enter()
      note('matches :disabled', field.judged.matches(':disabled'))
      await click(field.spot('a'))
      await person.press('x')
    },
  },
  {
    name: 'is in the legend of a disabled fieldset',
    kinds: EACH,
    attributes: initially,
    page: (control) => inForm(`<fieldset disabled><legend>${LABEL}${control}</legend></fieldset>`),
    act: ({ field, note }) => note('matches :disabled', field.judged.matches(':disabled')),
  },
  {
    name: 'a fieldset is disabled and enabled again',
    kinds: EACH,
    page: (control) => inForm(`<fieldset id="set">${LABEL}${control}</fieldset>`),
    act: async ({ find, use, settle, leave, noteField }) => {
      const set = find('set') as HTMLFieldSetElement
      set.disabled = true
      await settle()
      noteField('while disabled')
      set.disabled = false
      await settle()
      await use()
      await leave()
    },
  },
  {
    name: 'is disabled while it has the focus',
    kinds: EACH,
    act: async ({ enter, field, settle }) => {
      await enter()
      field.set('disabled', '')
      await settle()
      // browsers take the focus away with the next frame
      await frameOf(window)
      await frameOf(window)
    },
  },
  {
    name: 'belongs to a form elsewhere by form=',
    kinds: EACH,
    attributes: (kind) => ({ ...initially(kind), form: 'form' }),
    page: (control) => `<form id="form"></form>${LABEL}${control}${OUTSIDE}`,
    act: () => undefined,
  },
  {
    name: 'sends a form elsewhere by Enter',
    kinds: ['text', 'number'],
    attributes: { form: 'form' },
    page: (control) =>
      `<form id="form"><button name="by" value="native">Send</button></form>${LABEL}${control}${OUTSIDE}`,
    act: async ({ use, press }) => {
      await use()
      await press('Enter')
    },
  },
  {
    name: 'form= changes',
    kinds: EACH,
    attributes: initially,
    page: (control) => `${inForm(LABEL + control)}<form id="other"></form>`,
    act: ({ field }) => field.set('form', 'other'),
  },
  {
    name: 'the name changes',
    kinds: EACH,
    attributes: initially,
    act: async ({ field, settle }) => {
      field.set('name', 'place')
      await settle()
    },
  },
  {
    name: 'the name goes',
    kinds: EACH,
    attributes: initially,
    act: async ({ field, settle }) => {
      field.set('name', null)
      await settle()
    },
  },
  {
    name: 'two of the same name',
    kinds: [...EACH_WRITING, 'checkbox', 'switch', 'select'],
    attributes: initially,
    page: (control) => inForm(`${LABEL}${control}${control.replace('id="field"', 'id="other"')}`),
    act: () => undefined,
  },
  {
    name: 'form.elements knows it by its name',
    kinds: [...EACH_WRITING, 'checkbox', 'select'],
    act: ({ form, field, note }) => {
      note('is it', form.elements.namedItem('field') === field.element)
      note('count', form.elements.length)
    },
  },
]
