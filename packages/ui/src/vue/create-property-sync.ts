import type { Values } from './element-spec.js'

/**
 * Creates a function that sets the properties of an element. It sets only values that have changed, so that changes by the person are kept. A
 * value that is removed is reset to the initial value of the element.
 *
 * @param read Converts a value of the element to the value in the model, for example with the modifiers of `v-model`.
 */
export function createPropertySync(
  read: (name: string, value: unknown) => unknown,
): (element: Values, values: Values) => void {
  const initial: Values = {}
  const last: Values = {}
  return (element, values) => {
    for (const [name, value] of Object.entries(values)) {
      if ((value ?? undefined) === last[name]) continue
      last[name] = value ?? undefined
      if (!(name in initial)) initial[name] = element[name]
      // the owner returns the value that the element reported
      if (value !== read(name, element[name])) element[name] = value ?? initial[name]
    }
  }
}
