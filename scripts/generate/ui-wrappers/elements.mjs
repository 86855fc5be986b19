// Reads the descriptions of the components from custom-elements.json, in the form that the wrapper templates need.

/** The properties that a component itself changes, and the event that reports the change. Forms and `v-model` bind them. */
const STATES = [
  ['checked', 'input'],
  ['value', 'input'],
  ['open', 'close'],
  ['selected', 'change'],
]

/**
 * @typedef {object} Property
 * @property {string} name
 * @property {string} description
 * @property {'boolean' | 'number' | 'string' | 'object'} kind How an attribute in a template is read.
 *
 * @typedef {object} ElementModel
 * @property {string} tag
 * @property {string} className The name of the class and of the wrapper.
 * @property {string} module The module of the class, relative to a folder in `src`.
 * @property {string} summary
 * @property {string} description
 * @property {readonly Property[]} properties The properties that can be set.
 * @property {readonly { name: string, type: string, description: string }[]} events
 * @property {readonly { name: string, description: string }[]} slots The default slot has the name `default`.
 * @property {{ property: string, event: string } | undefined} state The property that the component itself changes, and the event that reports the change.
 * @property {boolean} isField Whether it is a field of a form.
 */

/** @returns {ElementModel[]} Sorted by tag. */
export function elementsOf({ modules }) {
  const elements = modules.flatMap(({ path, declarations }) =>
    declarations.filter(({ tagName }) => tagName).map((declaration) => elementOf(declaration, path)),
  )
  return elements.toSorted((one, other) => (one.tag < other.tag ? -1 : 1))
}

function elementOf({ tagName, name, summary, description, members = [], events = [], slots = [] }, path) {
  // the answer of a dialog is not an input: a parent component that sets it on each render would replace the answer of the person
  const isAnswer = (name) => name === 'returnValue'
  const properties = members.filter(({ kind, name, readonly }) => kind === 'field' && !readonly && !isAnswer(name))
  const has = (list, wanted) => list.some((each) => each.name === wanted)
  const [property, event] = STATES.find(([state, change]) => has(properties, state) && has(events, change)) ?? []
  return {
    tag: tagName,
    className: name,
    module: path.replace(/^src/, '..').replace(/\.ts$/, '.js'),
    summary,
    description,
    properties: properties.map((each) => ({
      name: each.name,
      description: each.description,
      kind: kindOf(each),
    })),
    events: events.map((each) => ({ name: each.name, type: each.type.text, description: each.description })),
    slots: slots.map((each) => ({ name: each.name || 'default', description: each.description })),
    state: property && { property, event },
    isField: has(members, 'validity'),
  }
}

/** A property without an attribute is an object. A property that is not a boolean or a number is a string. */
function kindOf({ attribute, type, default: initial }) {
  if (!attribute) return 'object'
  if (type.text === 'boolean') return 'boolean'
  return type.text.split(' | ').includes('number') || /^\d/.test(initial) ? 'number' : 'string'
}
