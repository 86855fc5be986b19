/** What a field holds for Angular: a text, and of numbers a number, or `null` where there is none. */
export type FieldValue<Field> = Field extends { readonly valueAsNumber: number } ? string | number | null : string

/** What a field holds. A number is one, as it is of a native field in Angular's forms. */
export function valueOf<Field extends { value: string; type?: string; readonly valueAsNumber?: number }>(
  field: Field,
): FieldValue<Field> {
  const { value, type, valueAsNumber = NaN } = field
  const number = Number.isNaN(valueAsNumber) ? null : valueAsNumber
  return (type === 'number' ? number : value) as FieldValue<Field>
}
