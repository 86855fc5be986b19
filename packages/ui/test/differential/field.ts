import { isField, isToggle, isTextKind, type Kind, type Side } from './kinds.js'

/** The type of the members that both sides share. */
type Control = HTMLInputElement

/** Common access to a native control or a control of the kit. */
export interface Field {
  readonly element: HTMLElement
  /** The element with the form API, such as `value` and `validity`. For a native radio group, its first button. */
  readonly control: Control
  /** The native control: on our side, the one in the shadow root. */
  readonly inner: Control
  /** The element that assistive technology treats as the control. */
  readonly accessible: Element
  value: string
  /** The value that the person sees. */
  readonly displayed: string
  /** Changes an attribute, or removes it with `null`. */
  set(attribute: string, value: string | null): void
  /** The element that the person clicks. */
  clickTarget(option?: string): Element
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
  const control = (): Control => (isNativeGroup ? radios()[0] : element) as Control
  const inner = (): Control => {
    if (side === 'native') return control()
    return element.shadowRoot?.querySelector(kind === 'dialog' ? 'dialog' : '#control, input, button') as Control
  }
  return {
    element,
    get control() {
      return control()
    },
    get inner() {
      return inner()
    },
    get accessible() {
      if (kind !== 'radio') return inner()
      return side === 'native' ? element : element.shadowRoot!.querySelector('[role="radiogroup"]')!
    },
    get value() {
      if (isToggle(kind)) return control().checked ? 'on' : ''
      if (isNativeGroup) return radios().find(({ checked }) => checked)?.value ?? ''
      return isField(kind) ? control().value : ''
    },
    set value(value) {
      if (isToggle(kind)) control().checked = value !== ''
      else if (isNativeGroup) for (const radio of radios()) radio.checked = radio.value === value
      else control().value = value
    },
    get displayed() {
      if (isTextKind(kind)) return inner().value
      if (isToggle(kind)) return inner().checked ? 'on' : ''
      if (kind === 'radio') return radios().find(({ checked }) => checked)?.value ?? ''
      if (kind === 'select') return displayedChoice(side, control(), inner())
      return element.innerText.trim()
    },
    set(attribute, value) {
      for (const each of isNativeGroup && !attribute.startsWith('aria-') ? radios() : [element]) {
        if (value === null) each.removeAttribute(attribute)
        else each.setAttribute(attribute, value)
      }
    },
    clickTarget(option) {
      if (kind !== 'radio') return inner()
      return radios().find(({ value }) => value === option) ?? radios()[0]!
    },
  }
}

function displayedChoice(side: Side, select: HTMLElement, control: HTMLElement): string {
  if (side === 'native') return (select as HTMLSelectElement).selectedOptions[0]?.text ?? ''
  return control.querySelector('.placeholder') ? '' : control.textContent.trim()
}
