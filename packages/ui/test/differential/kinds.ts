/** Fields for typed text. */
export const TEXT_KINDS = ['text', 'email', 'url', 'number', 'search', 'textarea'] as const
export const CHOICES = ['select', 'radio'] as const
export const TOGGLES = ['checkbox', 'switch'] as const
export const FIELDS = [...TEXT_KINDS, ...CHOICES, ...TOGGLES] as const
/** One kind per implementation: without the kinds that share the code of a text field, such as e-mail addresses. */
export const DISTINCT_KINDS = ['text', 'number', 'textarea', 'select', 'radio', 'checkbox', 'switch'] as const
export const DISTINCT_TEXT_KINDS = ['text', 'number', 'textarea'] as const
export const BUTTONS = ['submit', 'reset'] as const

export type TextKind = (typeof TEXT_KINDS)[number]
export type FieldKind = (typeof FIELDS)[number]
export type Kind = FieldKind | (typeof BUTTONS)[number] | 'dialog'

/** The control of the browser or of the kit. */
export type Side = 'native' | 'ours'

/** `value` is the initial value. For a toggle, any value means that it is on. */
export type Attributes = Readonly<Record<string, string>>

/** A valid value for each field. The person types or chooses it. */
export const SAMPLES: Readonly<Record<FieldKind, string>> = {
  text: 'North',
  email: 'ada@example.com',
  url: 'https://example.com/menu',
  number: '42',
  search: 'soup',
  textarea: 'Soup of the day',
  select: 'b',
  radio: 'b',
  checkbox: 'on',
  switch: 'on',
}

/** Another valid value for each field. Scripts set it. */
export const OTHER_SAMPLES: Readonly<Record<FieldKind, string>> = {
  text: 'South',
  email: 'grace@example.com',
  url: 'https://example.org/',
  number: '7',
  search: 'salad',
  textarea: 'Salad',
  select: 'c',
  radio: 'c',
  checkbox: 'on',
  switch: 'on',
}

/** The empty option means that nothing is chosen. */
export const OPTIONS: readonly (readonly [value: string, label: string])[] = [
  ['', ''],
  ['a', 'Apple'],
  ['b', 'Banana'],
  ['c', 'Cherry'],
]

export function isTextKind(kind: Kind): kind is TextKind {
  return (TEXT_KINDS as readonly Kind[]).includes(kind)
}

export function isToggle(kind: Kind): boolean {
  return (TOGGLES as readonly Kind[]).includes(kind)
}

export function isField(kind: Kind): kind is FieldKind {
  return (FIELDS as readonly Kind[]).includes(kind)
}
