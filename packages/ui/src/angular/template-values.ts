// What a template may write for a property: also the text of an attribute. Types say more here than the transforms of Angular, which take
// anything: a signal that nobody calls would be on, and a word would be a number.

/** `disabled`, `disabled="false"`, or a binding to what is on or off, or not known yet. */
export type Flag = boolean | '' | 'true' | 'false' | null | undefined

/** A number, or the digits of one. */
export type Numeric<Value> = Value | `${Value & number}`

/** As an attribute is read: it is on, whatever its text, except for "false". */
export function isOn(value: Flag): boolean {
  return value != null && String(value) !== 'false'
}

/** The number that a text stands for; what is no text stays as it is. */
export function numberOf<Value>(value: Value): Exclude<Value, string> {
  return (typeof value === 'string' ? Number(value) : value) as Exclude<Value, string>
}

/** The pattern for a field. Signal forms bind those of their control instead, which the control checks by itself. */
export function patternOf(value: string | readonly RegExp[] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}
