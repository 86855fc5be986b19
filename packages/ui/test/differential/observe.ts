import type { Field } from './field.js'

/** What is compared: the name of an aspect and what a side shows of it. */
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

/** Writes down what a page hears, and keeps its forms from leaving it. */
export interface Log {
  readonly aspects: () => Observation
  readonly stop: () => void
}

/** Listens as a page does: on the way down at the document, and at the place for what comes back up or happens there. */
export function listen(place: HTMLElement): Log {
  const page = place.ownerDocument
  const heard: string[] = []
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
        // what does not bubble is heard at its target only
        const { target } = event
        if (!event.bubbles && target) {
          target.addEventListener(type, () => heard.push(nameOf(event)), { once: true, signal })
        }
      },
      { capture: true, signal },
    )
    page.addEventListener(
      type,
      (event) => {
        if (isIn(place, event)) heard.push(nameOf(event))
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
      events: heard.join(', '),
      capturedOnly: surplus(captured, heard).join(', '),
      submissions: submissions.join(', '),
      ...Object.fromEntries([...traits].map(([trait, values]) => [trait, [...values].join(' or ')])),
    }),
  }
}

/** What a field shows of itself. */
export function readField(field: Field): Observation {
  const { judged } = field
  const form = judged.form
  return {
    value: field.value,
    displayed: field.displayed,
    ...Object.fromEntries(FLAGS.map((flag) => [`validity.${flag}`, String(judged.validity[flag])])),
    message: judged.validationMessage ? 'there is one' : 'none',
    willValidate: String(judged.willValidate),
    form: form ? form.id : 'none',
    data: form ? dataOf(form) : 'none',
  }
}

/** The types of events that a listener in the capture phase gets more often than one in the bubble phase. */
function surplus(captured: readonly string[], heard: readonly string[]): string[] {
  const count = (list: readonly string[], name: string): number => list.filter((each) => each === name).length
  return [...new Set(captured)].filter((name) => count(captured, name) > count(heard, name))
}

/** The id of what has the focus; inside of the field, that of the field. */
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
