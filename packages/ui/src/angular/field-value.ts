/** The value of a field for Angular: a text. A field that can be a number field also has a number, or `null` if it is empty. */
export type FieldValue<Field> = Field extends { readonly valueAsNumber: number } ? string | number | null : string

/** Returns the value of a field. For a number field, this is a number or `null`, as for a native field in Angular's forms. */
export function valueOf<Field extends { value: string; type?: string; readonly valueAsNumber?: number }>(
  field: Field,
): FieldValue<Field> {
  const { value, type, valueAsNumber = NaN } = field
  const number = Number.isNaN(valueAsNumber) ? null : valueAsNumber
  return (type === 'number' ? number : value) as FieldValue<Field>
}
