/** The types of values by the type of their field. A choice is not listed because its options determine it. */
export const valueTypes = {
  text: 'string',
  textarea: 'string',
  number: 'number',
  checkbox: 'boolean',
} as const

/** The `typeof` of the values of a field; `undefined` if the type of the field does not determine it. */
export function valueTypeOf(type: string): 'string' | 'number' | 'boolean' | undefined {
  return isListed(type) ? valueTypes[type] : undefined
}

function isListed(type: string): type is keyof typeof valueTypes {
  return Object.hasOwn(valueTypes, type)
}
