import { isField, isToggle, isWriting, type Kind, type Side } from './kinds.js'

/** What both sides have; a native group of radio buttons has it at its first button. */
type Control = HTMLInputElement

/** One name for what tests read and set, whichever control it is. */
export interface Field {
  readonly element: HTMLElement
  /** Has `validity`, `setCustomValidity` and the like. */
  readonly judged: Control
  /** The native control: on our side, the one in the shadow root. */
  readonly inner: Control
  /** What assistive technology takes for the control. */
  readonly spoken: Element
  value: string
  /** What the person sees. */
  readonly displayed: string
  /** Changes an attribute, or removes it with `null`. */
  set(attribute: string, value: string | null): void
  /** Where the person clicks. */
  spot(option?: string): Element
}

/** The control with the id `field`. */
export function fieldIn(place: ParentNode, side: Side, kind: Kind): Field {
  const element = place.querySelector<HTMLElement>('#field')
  if (!element) throw new Error(`There is no #field for ${kind}.`)
  return fieldOf(element, side, kind)
}

export function fieldOf(element: HTMLElement, side: Side, kind: Kind): Field {
  const isNativeGroup = side === 'native' && kind === 'radio'
  const radios = (): Control[] => [...(side === 'ours' ? element.shadowRoot! : element).querySelectorAll('input')]
  const judged = (): Control => (isNativeGroup ? radios()[0] : element) as Control
  const inner = (): Control => {
    if (side === 'native') return judged()
    return element.shadowRoot?.querySelector(kind === 'dialog' ? 'dialog' : '#control, input, button') as Control
  }
  return {
    element,
    get judged() {
      return judged()
    },
    get inner() {
      return inner()
    },
    get spoken() {
      if (kind !== 'radio') return inner()
      return side === 'native' ? element : element.shadowRoot!.querySelector('[role="radiogroup"]')!
    },
    get value() {
      if (isToggle(kind)) return judged().checked ? 'on' : ''
      if (isNativeGroup) return radios().find(({ checked }) => checked)?.value ?? ''
      return isField(kind) ? judged().value : ''
    },
    set value(value) {
      if (isToggle(kind)) judged().checked = value !== ''
      else if (isNativeGroup) for (const radio of radios()) radio.checked = radio.value === value
      else judged().value = value
    },
    get displayed() {
      if (isWriting(kind)) return inner().value
      if (isToggle(kind)) return inner().checked ? 'on' : ''
      if (kind === 'radio') return radios().find(({ checked }) => checked)?.value ?? ''
      if (kind === 'select') return displayedChoice(side, judged(), inner())
      return element.innerText.trim()
    },
    set(attribute, value) {
      for (const each of isNativeGroup && !attribute.startsWith('aria-') ? radios() : [element]) {
        if (value === null) each.removeAttribute(attribute)
        else each.setAttribute(attribute, value)
      }
    },
    spot(option) {
      if (kind !== 'radio') return inner()
      return radios().find(({ value }) => value === option) ?? radios()[0]!
    },
  }
}

function displayedChoice(side: Side, select: HTMLElement, control: HTMLElement): string {
  if (side === 'native') return (select as HTMLSelectElement).selectedOptions[0]?.text ?? ''
  return control.querySelector('.placeholder') ? '' : control.textContent.trim()
}
