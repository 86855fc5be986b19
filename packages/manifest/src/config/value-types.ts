/** What the values of a field are, by its type. Of a type that is not listed, the host alone knows; of a choice, its options say. */
export const valueTypes = {
  text: 'string',
  textarea: 'string',
  number: 'number',
  checkbox: 'boolean',
} as const

/** What `typeof` says of the values of a field; `undefined` if its type does not tell. */
export function valueTypeOf(type: string): 'string' | 'number' | 'boolean' | undefined {
  return isListed(type) ? valueTypes[type] : undefined
}

function isListed(type: string): type is keyof typeof valueTypes {
  return Object.hasOwn(valueTypes, type)
}
