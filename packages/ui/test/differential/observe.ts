import type { Field } from './field.js'

/** The compared aspects of one side, by name. */
export type Observation = Readonly<Record<string, string>>

export const FLAGS = [
  'badInput',
  'customError',
  'patternMismatch',
  'rangeOverflow',
  'rangeUnderflow',
  'stepMismatch',
  'tooLong',
  'tooShort',
  'typeMismatch',
  'valid',
  'valueMissing',
] as const

const EVENTS = [
  'beforeinput',
  'cancel',
  'change',
  'click',
  'close',
  'compositionend',
  'compositionstart',
  'focusin',
  'focusout',
  'input',
  'invalid',
  'reset',
  'submit',
  'toggle',
]

/** Records the events of a page, and prevents its forms from navigating. */
export interface EventLog {
  readonly aspects: () => Observation
  readonly stop: () => void
}

/** Records events like a page: in the capture phase and in the bubble phase at the document. */
export function recordEvents(place: HTMLElement): EventLog {
  const page = place.ownerDocument
  const bubbled: string[] = []
  const captured: string[] = []
  const submissions: string[] = []
  const traits = new Map<string, Set<string>>()
  const abort = new AbortController()
  const { signal } = abort
  for (const type of EVENTS) {
    page.addEventListener(
      type,
      (event) => {
        if (!isIn(place, event)) return
        captured.push(nameOf(event))
        if ((event.target as Element).closest('#field')) noteTraits(event, traits)
        // an event that does not bubble only reaches listeners at its target
        const { target } = event
        if (!event.bubbles && target) {
          target.addEventListener(type, () => bubbled.push(nameOf(event)), { once: true, signal })
        }
      },
      { capture: true, signal },
    )
    page.addEventListener(
      type,
      (event) => {
        if (isIn(place, event)) bubbled.push(nameOf(event))
      },
      { signal },
    )
  }
  page.addEventListener(
    'submit',
    (event) => {
      submissions.push(submissionOf(event))
      const isOfDialog = dialogMethod(event)
      if (!isOfDialog) event.preventDefault()
    },
    { signal },
  )
  return {
    stop: () => abort.abort(),
    aspects: () => ({
      events: bubbled.join(', '),
      capturedOnly: missingFromBubble(captured, bubbled).join(', '),
      submissions: submissions.join(', '),
      ...Object.fromEntries([...traits].map(([trait, values]) => [trait, [...values].join(' or ')])),
    }),
  }
}

/** The state of a field. */
export function readField(field: Field): Observation {
  const { control } = field
  const form = control.form
  return {
    value: field.value,
    displayed: field.displayed,
    ...Object.fromEntries(FLAGS.map((flag) => [`validity.${flag}`, String(control.validity[flag])])),
    message: control.validationMessage ? 'there is one' : 'none',
    willValidate: String(control.willValidate),
    form: form ? form.id : 'none',
    data: form ? dataOf(form) : 'none',
  }
}

/** The types of events that a listener in the capture phase gets more often than one in the bubble phase. */
function missingFromBubble(captured: readonly string[], bubbled: readonly string[]): string[] {
  const count = (list: readonly string[], name: string): number => list.filter((each) => each === name).length
  return [...new Set(captured)].filter((name) => count(captured, name) > count(bubbled, name))
}

/** The id of the focused element. Inside the field, the id of the field. */
export function focusIn(page: Document): string {
  const active = page.activeElement
  return active?.closest('#field')?.id ?? (active?.id || 'nothing')
}

export function dataOf(form: HTMLFormElement, submitter?: HTMLElement | null): string {
  return [...new FormData(form, submitter)].map(([name, value]) => `${name}=${JSON.stringify(value)}`).join('&')
}

function submissionOf(event: SubmitEvent): string {
  const submitter = event.submitter as HTMLButtonElement | null
  const by = submitter ? `${submitter.name}=${submitter.value}` : 'nobody'
  return `by ${by} with ${dataOf(event.target as HTMLFormElement, submitter)}`
}

function dialogMethod({ target, submitter }: SubmitEvent): boolean {
  const method = submitter?.getAttribute('formmethod') ?? (target as Element).getAttribute('method')
  return method?.toLowerCase() === 'dialog'
}

function nameOf({ type, target }: Event): string {
  const element = target as Element
  return `${type} ${element.closest('#field')?.id ?? (element.id || element.localName)}`
}

function noteTraits(event: Event, traits: Map<string, Set<string>>): void {
  for (const trait of ['composed', 'bubbles'] as const) {
    const key = `${trait}.${event.type}`
    if (!traits.has(key)) traits.set(key, new Set())
    traits.get(key)!.add(String(event[trait]))
  }
}

function isIn(place: HTMLElement, { target }: Event): boolean {
  return place.contains(target as Node)
}
