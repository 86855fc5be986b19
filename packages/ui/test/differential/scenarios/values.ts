import { CHOICES, FIELDS, isToggle, OTHER_SAMPLES, SAMPLES, TOGGLES, TEXT_KINDS, type FieldKind } from '../kinds.js'
import type { Stage } from '../stage.js'
import type { Scenario } from './scenario.js'

const sampleOf = ({ kind }: Stage): string => SAMPLES[kind as FieldKind]
const otherOf = ({ kind }: Stage): string => OTHER_SAMPLES[kind as FieldKind]
const initialAttributes = (kind: string): { value: string } => ({ value: SAMPLES[kind as FieldKind] })

/** Changes the initial value, like a framework that renders the attribute. */
function setInitial({ field, kind, side }: Stage, value: string): void {
  if (isToggle(kind)) return field.set('checked', '')
  if (kind === 'textarea' && side === 'native') field.element.textContent = value
  else if (CHOICES.includes(kind as 'select') && side === 'native') {
    const attribute = kind === 'select' ? 'selected' : 'checked'
    for (const option of field.element.querySelectorAll('option, input')) {
      option.toggleAttribute(attribute, option.getAttribute('value') === value)
    }
  } else field.set('value', value)
}

/** Changes the value like autofill of a browser. Browsers differ in the events that they fire. */
async function autofill(stage: Stage, events: readonly string[]): Promise<void> {
  const { inner } = stage.field
  if (isToggle(stage.kind)) inner.checked = true
  else inner.value = sampleOf(stage)
  for (const type of events) inner.dispatchEvent(new Event(type, { bubbles: true, composed: type === 'input' }))
  await stage.settle()
}

/** Values from a script, an attribute, autofill, a clone, or before a move. */
export const values: readonly Scenario[] = [
  { name: 'unchanged, empty', kinds: FIELDS, act: () => undefined },
  { name: 'unchanged, with a value', kinds: FIELDS, attributes: initialAttributes, act: () => undefined },
  { name: 'unchanged, empty and required', kinds: FIELDS, attributes: { required: '' }, act: () => undefined },
  {
    name: 'a script sets the value',
    kinds: FIELDS,
    act: (stage) => {
      stage.field.value = otherOf(stage)
      // at once, before anything is drawn
      stage.noteField('at once')
    },
  },
  {
    name: 'a script sets the value, then the person leaves',
    kinds: FIELDS,
    act: async (stage) => {
      await stage.focus()
      stage.field.value = otherOf(stage)
      await stage.settle()
      await stage.leave()
    },
  },
  {
    name: 'a script sets a value that has to be sanitised',
    kinds: TEXT_KINDS.filter((kind) => kind !== 'number'),
    act: (stage) => {
      stage.field.value = ' ada@example.com \r\nsecond\rthird '
      stage.noteField('at once')
    },
  },
  {
    name: 'an attribute holds a value that has to be sanitised',
    kinds: ['text', 'email', 'url', 'search'],
    attributes: { value: ' ada@example.com \n' },
    act: () => undefined,
  },
  {
    name: 'a script sets null',
    kinds: TEXT_KINDS,
    attributes: initialAttributes,
    act: (stage) => {
      stage.field.value = null as unknown as string
    },
  },
  {
    name: 'a script sets an empty text',
    kinds: [...TEXT_KINDS, 'select', 'radio'],
    attributes: initialAttributes,
    act: (stage) => {
      stage.field.value = ''
    },
  },
  {
    name: 'a script sets a value that no option has',
    kinds: CHOICES,
    attributes: initialAttributes,
    act: (stage) => {
      stage.field.value = 'nothing'
    },
  },
  {
    name: 'a script sets the value while the person types',
    kinds: TEXT_KINDS,
    act: async (stage) => {
      await stage.fill()
      stage.field.value = otherOf(stage)
      await stage.settle()
      await stage.leave()
    },
  },
  {
    name: 'the attribute changes before the person does anything',
    kinds: FIELDS,
    act: async (stage) => {
      setInitial(stage, sampleOf(stage))
      await stage.settle()
    },
  },
  {
    name: 'the attribute changes after the person changed the value',
    kinds: [...TEXT_KINDS, 'select', 'radio'],
    act: async (stage) => {
      await stage.fill()
      setInitial(stage, otherOf(stage))
      await stage.settle()
    },
  },
  {
    name: 'the checked attribute is removed after a click',
    kinds: TOGGLES,
    attributes: { value: 'on' },
    act: async (stage) => {
      await stage.fill()
      await stage.fill()
      stage.field.set('checked', null)
      await stage.settle()
    },
  },
  {
    name: 'autofill with change only',
    kinds: [...TEXT_KINDS, 'checkbox'],
    act: (stage) => autofill(stage, ['change']),
  },
  {
    name: 'autofill without an event',
    kinds: [...TEXT_KINDS, 'checkbox'],
    act: (stage) => autofill(stage, []),
  },
  {
    name: 'autofill without an event, then another attribute changes',
    kinds: [...TEXT_KINDS, 'checkbox'],
    act: async (stage) => {
      await autofill(stage, [])
      stage.field.set('required', '')
      await stage.settle()
    },
  },
  {
    name: 'autofill without an event, then the form is submitted',
    kinds: [...TEXT_KINDS, 'checkbox'],
    attributes: { required: '' },
    act: async (stage) => {
      await autofill(stage, [])
      stage.form.requestSubmit()
    },
  },
  {
    name: 'autofill with input and change',
    kinds: [...TEXT_KINDS, 'checkbox'],
    act: (stage) => autofill(stage, ['input', 'change']),
  },
  {
    name: 'the type changes',
    kinds: ['text', 'email', 'url', 'search'],
    act: async (stage) => {
      stage.field.value = 'no number'
      stage.field.set('type', 'number')
      await stage.settle()
      stage.noteField('as a number')
      stage.field.set('type', 'text')
    },
  },
  {
    name: 'an option is added later',
    kinds: ['select'],
    act: async (stage) => {
      stage.field.value = 'd'
      await stage.settle()
      stage.field.element.append(Object.assign(document.createElement('option'), { value: 'd', text: 'Date' }))
      await stage.settle()
    },
  },
  {
    name: 'the chosen option is removed',
    kinds: ['select'],
    attributes: initialAttributes,
    act: async (stage) => {
      stage.field.element.querySelector('[value="b"]')?.remove()
      await stage.settle()
    },
  },
  {
    name: 'a clone',
    kinds: FIELDS,
    attributes: initialAttributes,
    act: async (stage) => {
      stage.field.value = otherOf(stage)
      await stage.settle()
      replaceField(stage, stage.field.element.cloneNode(true))
    },
  },
  {
    name: 'a clone of a field that the person changed',
    kinds: FIELDS,
    act: async (stage) => {
      await stage.fill()
      replaceField(stage, stage.field.element.cloneNode(true))
    },
  },
  {
    name: 'a clone is reset',
    kinds: FIELDS,
    attributes: initialAttributes,
    act: async (stage) => {
      stage.field.value = otherOf(stage)
      await stage.settle()
      replaceField(stage, stage.field.element.cloneNode(true))
      await stage.settle()
      stage.form.reset()
    },
  },
  {
    name: 'move within the page',
    kinds: FIELDS,
    act: async (stage) => {
      await stage.fill()
      const { element } = stage.field
      element.remove()
      await stage.settle()
      stage.form.prepend(element)
    },
  },
  {
    name: 'move into another document and back',
    kinds: FIELDS,
    act: async (stage) => {
      await stage.fill()
      const { element } = stage.field
      const other = document.implementation.createHTMLDocument()
      other.body.append(other.adoptNode(element))
      await stage.settle()
      stage.form.prepend(document.adoptNode(element))
    },
  },
  {
    name: 'move into the document of a frame',
    kinds: FIELDS,
    page: (control) =>
      `<form id="form">${control}</form><iframe id="frame"></iframe><button id="outside">Outside</button>`,
    act: async (stage) => {
      const { element } = stage.field
      stage.field.value = sampleOf(stage)
      await stage.settle()
      const other = (stage.find('frame') as HTMLIFrameElement).contentDocument!
      other.body.append(element)
      await stage.settle()
      stage.form.prepend(element)
    },
  },
]

function replaceField({ field }: Stage, node: Node): void {
  field.element.replaceWith(node)
}
