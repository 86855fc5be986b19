import { attributeOf, documentOf, type Example, type ExampleAttribute } from './example.js'
import { liveValues } from './live-values.js'

/** Draws an example into an element. Returns a function that removes it. */
export function drawExample(place: HTMLElement, tag: string, example: Example): () => void {
  const { state = {} } = example
  const { values, close } = liveValues[tag]?.() ?? { values: {}, close: () => undefined }
  place.replaceChildren(...documentOf(example).body.childNodes)
  const all = [...place.querySelectorAll<HTMLElement>('*')].map((element) => ({
    element,
    attributes: takeFrom(element),
  }))
  /** The element and the property that a variable is bound to. */
  const bound = new Map<string, (value: unknown) => void>()
  for (const { element, attributes } of all) {
    for (const attribute of attributes) {
      const set = (value: unknown): void => void Object.assign(element, { [attribute.name]: value })
      if (attribute.kind === 'prop') set(values[attribute.variable])
      if (attribute.kind !== 'bind') continue
      set(state[attribute.variable])
      bound.set(attribute.variable, set)
    }
  }
  for (const { element, attributes } of all) {
    for (const attribute of attributes) {
      if (attribute.kind !== 'on') continue
      const { name, variable, value } = attribute
      element.addEventListener(name, () => bound.get(variable)?.(JSON.parse(value)))
    }
  }
  // the page of the documentation is not a settings dialog: nobody loses a change
  place.querySelector('haiilo-config-form')?.setAttribute('unguarded', '')
  return () => {
    place.replaceChildren()
    close()
  }
}

/** Removes the attributes that only examples have, and returns them. */
function takeFrom(element: HTMLElement): ExampleAttribute[] {
  return [...element.attributes].flatMap(({ name, value }) => {
    const attribute = attributeOf(name, value)
    if (attribute.kind === 'text' || attribute.kind === 'flag') return []
    element.removeAttribute(name)
    return attribute
  })
}
