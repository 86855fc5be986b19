import { CHOICES, FIELDS, isToggle, OTHERS, SAMPLES, TOGGLES, WRITING, type FieldKind } from '../kinds.js'
import type { Stage } from '../stage.js'
import type { Scenario } from './scenario.js'

const sampleOf = ({ kind }: Stage): string => SAMPLES[kind as FieldKind]
const otherOf = ({ kind }: Stage): string => OTHERS[kind as FieldKind]
const initially = (kind: string): { value: string } => ({ value: SAMPLES[kind as FieldKind] })

/** Changes the initial value, as a framework does that renders the attribute. */
function setInitial({ field, kind, side }: Stage, value: string): void {
  if (isToggle(kind)) return field.set('checked', '')
  if (kind === 'textarea' && side === 'native') field.element.textContent = value
  else if (CHOICES.includes(kind as 'select') && side === 'native') {
    const mark = kind === 'select' ? 'selected' : 'checked'
    for (const option of field.element.querySelectorAll('option, input')) {
      option.toggleAttribute(mark, option.getAttribute('value') === value)
    }
  } else field.set('value', value)
}

/** What browsers do when they fill in a form: the value changes, and not every one tells it. */
async function autofill(stage: Stage, events: readonly string[]): Promise<void> {
  const { inner } = stage.field
  if (isToggle(stage.kind)) inner.checked = true
  else inner.value = sampleOf(stage)
  for (const type of events) inner.dispatchEvent(new Event(type, { bubbles: true, composed: type === 'input' }))
  await stage.settle()
}

/** Where a value comes from: a script, an attribute, autofill, the state before an upgrade. */
export const values: readonly Scenario[] = [
  { name: 'as it is, empty', kinds: FIELDS, act: () => undefined },
  { name: 'as it is, with a value', kinds: FIELDS, attributes: initially, act: () => undefined },
  { name: 'as it is, empty and required', kinds: FIELDS, attributes: { required: '' }, act: () => undefined },
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
      await stage.enter()
      stage.field.value = otherOf(stage)
      await stage.settle()
      await stage.leave()
    },
  },
  {
    name: 'a script sets a value that has to be sanitised',
    kinds: WRITING.filter((kind) => kind !== 'number'),
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
    kinds: WRITING,
    attributes: initially,
    act: (stage) => {
      stage.field.value = null as unknown as string
    },
  },
  {
    name: 'a script sets an empty text',
    kinds: [...WRITING, 'select', 'radio'],
    attributes: initially,
    act: (stage) => {
      stage.field.value = ''
    },
  },
  {
    name: 'a script sets a value that is no option',
    kinds: CHOICES,
    attributes: initially,
    act: (stage) => {
      stage.field.value = 'nothing'
    },
  },
  {
    name: 'a script sets the value while the person types',
    kinds: WRITING,
    act: async (stage) => {
      await stage.use()
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
    kinds: [...WRITING, 'select', 'radio'],
    act: async (stage) => {
      await stage.use()
      setInitial(stage, otherOf(stage))
      await stage.settle()
    },
  },
  {
    name: 'the attribute goes after a click',
    kinds: TOGGLES,
    attributes: { value: 'on' },
    act: async (stage) => {
      await stage.use()
      await stage.use()
      stage.field.set('checked', null)
      await stage.settle()
    },
  },
  {
    name: 'autofill with change only',
    kinds: [...WRITING, 'checkbox'],
    act: (stage) => autofill(stage, ['change']),
  },
  {
    name: 'autofill without an event',
    kinds: [...WRITING, 'checkbox'],
    act: (stage) => autofill(stage, []),
  },
  {
    name: 'autofill without an event, then another attribute changes',
    kinds: [...WRITING, 'checkbox'],
    act: async (stage) => {
      await autofill(stage, [])
      stage.field.set('required', '')
      await stage.settle()
    },
  },
  {
    name: 'autofill without an event, then the form is submitted',
    kinds: [...WRITING, 'checkbox'],
    attributes: { required: '' },
    act: async (stage) => {
      await autofill(stage, [])
      stage.form.requestSubmit()
    },
  },
  {
    name: 'autofill with input and change',
    kinds: [...WRITING, 'checkbox'],
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
    name: 'an option comes later',
    kinds: ['select'],
    act: async (stage) => {
      stage.field.value = 'd'
      await stage.settle()
      stage.field.element.append(Object.assign(document.createElement('option'), { value: 'd', text: 'Date' }))
      await stage.settle()
    },
  },
  {
    name: 'the chosen option goes',
    kinds: ['select'],
    attributes: initially,
    act: async (stage) => {
      stage.field.element.querySelector('[value="b"]')?.remove()
      await stage.settle()
    },
  },
  {
    name: 'a clone',
    kinds: FIELDS,
    attributes: initially,
    act: async (stage) => {
      stage.field.value = otherOf(stage)
      await stage.settle()
      replaceBy(stage, stage.field.element.cloneNode(true))
    },
  },
  {
    name: 'a clone of what the person changed',
    kinds: FIELDS,
    act: async (stage) => {
      await stage.use()
      replaceBy(stage, stage.field.element.cloneNode(true))
    },
  },
  {
    name: 'a clone is reset',
    kinds: FIELDS,
    attributes: initially,
    act: async (stage) => {
      stage.field.value = otherOf(stage)
      await stage.settle()
      replaceBy(stage, stage.field.element.cloneNode(true))
      await stage.settle()
      stage.form.reset()
    },
  },
  {
    name: 'move within the page',
    kinds: FIELDS,
    act: async (stage) => {
      await stage.use()
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
      await stage.use()
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

function replaceBy({ field }: Stage, node: Node): void {
  field.element.replaceWith(node)
}
