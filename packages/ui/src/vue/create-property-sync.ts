import type { Values } from './element-spec.js'

/**
 * Makes what hands over properties to an element: those that are other ones than before, so that what the person did stays. What is taken
 * away goes back to what the element had.
 *
 * @param read What a value of the element is to its owner.
 */
export function createPropertySync(
  read: (name: string, value: unknown) => unknown,
): (element: Values, values: Values) => void {
  const initial: Values = {}
  const given: Values = {}
  return (element, values) => {
    for (const [name, value] of Object.entries(values)) {
      if ((value ?? undefined) === given[name]) continue
      given[name] = value ?? undefined
      if (!(name in initial)) initial[name] = element[name]
      // what it just told comes back
      if (value !== read(name, element[name])) element[name] = value ?? initial[name]
    }
  }
}
