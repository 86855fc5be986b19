/** What is written by keyboard. */
export const WRITING = ['text', 'email', 'url', 'number', 'search', 'textarea'] as const
export const CHOICES = ['select', 'radio'] as const
export const TOGGLES = ['checkbox', 'switch'] as const
export const FIELDS = [...WRITING, ...CHOICES, ...TOGGLES] as const
/** One of each kind of code: where an e-mail address is a text like any other, it is left out. */
export const EACH = ['text', 'number', 'textarea', 'select', 'radio', 'checkbox', 'switch'] as const
export const EACH_WRITING = ['text', 'number', 'textarea'] as const
export const BUTTONS = ['submit', 'reset'] as const

export type Writing = (typeof WRITING)[number]
export type FieldKind = (typeof FIELDS)[number]
export type Kind = FieldKind | (typeof BUTTONS)[number] | 'dialog'

/** The same control, from the browser and from the kit. */
export type Side = 'native' | 'ours'

/** `value` is the initial value; for a toggle, any value means that it is on. */
export type Attributes = Readonly<Record<string, string>>

/** A valid value for each field; a person writes or chooses it. */
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

/** Another valid value for each field; scripts set it. */
export const OTHERS: Readonly<Record<FieldKind, string>> = {
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

/** The empty one means that nothing is chosen. */
export const OPTIONS: readonly (readonly [value: string, label: string])[] = [
  ['', ''],
  ['a', 'Apple'],
  ['b', 'Banana'],
  ['c', 'Cherry'],
]

export function isWriting(kind: Kind): kind is Writing {
  return (WRITING as readonly Kind[]).includes(kind)
}

export function isToggle(kind: Kind): boolean {
  return (TOGGLES as readonly Kind[]).includes(kind)
}

export function isField(kind: Kind): kind is FieldKind {
  return (FIELDS as readonly Kind[]).includes(kind)
}
