import type { KnownFieldType } from '../manifest.js'
import { closestName } from './did-you-mean.js'
import { DOCUMENTED_TYPES, INFERRED_TYPES } from './field-types.js'

/** Returns the known field type that an unknown type probably means, or `undefined` if there is none. */
export function suggestFieldType(name: string): KnownFieldType | undefined {
  const letters = name.toLowerCase().replaceAll(/[^a-z]/g, '')
  const known = SYNONYMS.get(letters)
  if (known) return known
  const closest = closestName(name, [...TYPES, ...SYNONYMS.keys()]) ?? ''
  return SYNONYMS.get(closest) ?? TYPES.find((type) => type === closest)
}

const TYPES: readonly KnownFieldType[] = [...DOCUMENTED_TYPES, ...INFERRED_TYPES]

/** Names of the same types in other form libraries and languages, in lower case without hyphens. */
const SYNONYMS_OF: Readonly<Record<KnownFieldType, string>> = {
  text: 'string str input textfield textinput singleline email url uri link tel phone date time datetime color colour',
  textarea: 'longtext longstring multiline multilinetext textbox richtext markdown html',
  number: 'integer int float double decimal numeric long bigint range slider',
  checkbox: 'boolean bool toggle switch flag check yesno truefalse',
  select: 'dropdown choice enum options list listbox combobox picker selectbox singleselect multiselect autocomplete',
  radio: 'radios radiobutton radiobuttons radiogroup buttongroup',
}
const SYNONYMS: ReadonlyMap<string, KnownFieldType> = new Map(
  TYPES.flatMap((type) => [type, ...SYNONYMS_OF[type].split(' ')].map((name) => [name, type])),
)
