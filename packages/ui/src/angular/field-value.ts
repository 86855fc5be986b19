/** The type of a field's value in Angular forms: `string`. A field that can be a number field also has `number`, or `null` if it is empty. */
export type FieldValue<Field> = Field extends { readonly valueAsNumber: number } ? string | number | null : string

/** Returns the value of a field for Angular forms. For a number field, this is a number or `null`, as for a native field. */
export function valueOf<Field extends { value: string; type?: string; readonly valueAsNumber?: number }>(
  field: Field,
): FieldValue<Field> {
  const { value, type, valueAsNumber = NaN } = field
  const number = Number.isNaN(valueAsNumber) ? null : valueAsNumber
  return (type === 'number' ? number : value) as FieldValue<Field>
}
