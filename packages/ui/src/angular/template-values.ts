// The values that a template can set for a property, including the text of an attribute. These types are stricter than the transforms of
// Angular, which accept any value: a signal that is not called would be true, and a word would be a number.

/** `disabled`, `disabled="false"`, or a binding to a boolean that can be `null` or undefined. */
export type Flag = boolean | '' | 'true' | 'false' | null | undefined

/** A number, or its text. */
export type Numeric<Value> = Value | `${Value & number}`

/** Converts a value to a boolean like an attribute: any text except "false" is true. */
export function isOn(value: Flag): boolean {
  return value != null && String(value) !== 'false'
}

/** Converts a text to a number. Returns any other value unchanged. */
export function numberOf<Value>(value: Value): Exclude<Value, string> {
  return (typeof value === 'string' ? Number(value) : value) as Exclude<Value, string>
}

/** Returns the pattern for a field. Signal forms bind an array of the patterns of their control, which the control checks itself. */
export function patternOf(value: string | readonly RegExp[] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}
