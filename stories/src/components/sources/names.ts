import { elements, type ElementDocs } from '../elements.js'
import { allElements, type Example, type ExampleNode } from '../example.js'

/** The property that a component itself changes, with the event that reports the change. */
export const CHANGES: Readonly<Record<string, string>> = {
  value: 'input',
  checked: 'input',
  open: 'close',
  selected: 'change',
}

/** The components in an example, each once. */
export function componentsIn(nodes: readonly ExampleNode[]): ElementDocs[] {
  const tags = new Set(allElements(nodes).map(({ tag }) => tag))
  return [...tags].flatMap((tag) => elements.get(tag) ?? [])
}

/** The name of the class of a component, or the tag of a native element. */
export function componentName(tag: string): string {
  return elements.get(tag)?.name ?? tag
}

/** The property that an attribute sets. */
export function propertyOf(tag: string, attribute: string): string {
  return elements.get(tag)?.attributes.find(({ name }) => name === attribute)?.fieldName ?? attribute
}

/** Whether the property of an attribute is a number. */
export function isNumeric(tag: string, attribute: string): boolean {
  const text = elements.get(tag)?.attributes.find(({ name }) => name === attribute)?.type?.text ?? ''
  return /(?:^|\| )number\b|^\d/.test(text)
}

/** The import lines of an example: those of its set-up, and others. */
export function importLines({ setup }: Example, others: readonly string[]): string[] {
  const lines = Object.entries(setup?.imports ?? {}).map(([name, from]) => `import { ${name} } from '${from}'`)
  return [...lines, ...others].toSorted((one, other) => (moduleOf(one) < moduleOf(other) ? -1 : 1))
}

/** The lines of the set-up, with an empty line before them. */
export function setupLines({ setup }: Example): string[] {
  return setup ? ['', ...setup.code.trim().split('\n')] : []
}

/** The variables with their initial values as code. */
export function variablesOf({ state = {} }: Example): [name: string, value: string][] {
  return Object.entries(state).map(([name, value]) => [name, typeof value === 'string' ? `'${value}'` : `${value}`])
}

/** The names of the constants that an example uses. */
export function constantsIn(nodes: readonly ExampleNode[]): string[] {
  const attributes = allElements(nodes).flatMap((element) => element.attributes)
  return [...new Set(attributes.flatMap((each) => (each.kind === 'prop' ? [each.variable] : [])))]
}

function moduleOf(line: string): string {
  return /'([^']+)'/.exec(line)?.[1] ?? ''
}
