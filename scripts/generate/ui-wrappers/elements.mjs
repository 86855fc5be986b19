// What custom-elements.json says of the components, as the templates of the wrappers need it.

/** The states that a component changes by itself, and the event that tells of it: what a form, or `v-model`, is bound to. */
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
 * @property {'boolean' | 'number' | 'string' | 'object'} kind How a template's attribute is read.
 *
 * @typedef {object} ElementModel
 * @property {string} tag
 * @property {string} className The class, and the wrapper.
 * @property {string} module The module of the class, from a folder in `src`.
 * @property {string} summary
 * @property {string} description
 * @property {readonly Property[]} properties Those that can be set.
 * @property {readonly { name: string, type: string, description: string }[]} events
 * @property {readonly { name: string, description: string }[]} slots The default one is called `default`.
 * @property {{ property: string, event: string } | undefined} state What the component changes by itself, and the event that tells of it.
 * @property {boolean} isField Whether it is a field of a form.
 */

/** @returns {ElementModel[]} In the order of their tags. */
export function elementsOf({ modules }) {
  const elements = modules.flatMap(({ path, declarations }) =>
    declarations.filter(({ tagName }) => tagName).map((declaration) => elementOf(declaration, path)),
  )
  return elements.toSorted((one, other) => (one.tag < other.tag ? -1 : 1))
}

function elementOf({ tagName, name, summary, description, members = [], events = [], slots = [] }, path) {
  // the answer of a dialog: a parent component that sets it on each render would replace the person's answer
  const isAnswer = (name) => name === 'returnValue'
  const properties = members.filter(({ kind, name, readonly }) => kind === 'field' && !readonly && !isAnswer(name))
  const has = (list, wanted) => list.some((each) => each.name === wanted)
  const [property, event] = STATES.find(([state, told]) => has(properties, state) && has(events, told)) ?? []
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

/** What has no attribute is an object; what is neither a boolean nor a number is read as the text that it is. */
function kindOf({ attribute, type, default: initial }) {
  if (!attribute) return 'object'
  if (type.text === 'boolean') return 'boolean'
  return type.text.split(' | ').includes('number') || /^\d/.test(initial) ? 'number' : 'string'
}
