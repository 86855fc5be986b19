import { parseExample, type Example, type ExampleAttribute, type ExampleElement } from '../example.js'
import {
  CHANGES,
  componentName,
  componentsIn,
  importLines,
  isNumeric,
  propertyOf,
  setupLines,
  variablesOf,
} from './names.js'
import { indented, print, type Dialect } from './print.js'

/** An example as a component for React. */
export function reactSource(example: Example): string {
  const nodes = parseExample(example)
  const names = componentsIn(nodes).map(({ name }) => name)
  const variables = variablesOf(example)
  const imports = [
    `import { ${names.join(', ')} } from '@haiilo-kit/ui/react'`,
    ...(variables.length ? [`import { useState } from 'react'`] : []),
  ]
  const markup = print(nodes, dialect)
  const root = nodes.length === 1 ? markup : ['<>', ...indented(markup), '</>']
  return [
    ...importLines(example, imports),
    ...setupLines(example),
    '',
    'export function Example() {',
    ...indented(variables.map(([name, value]) => `const [${name}, ${setterOf(name)}] = useState(${value})`)),
    ...(root.length === 1 ? [`  return ${root[0]}`] : ['  return (', ...indented(root, 2), '  )']),
    '}',
  ].join('\n')
}

const dialect: Dialect = {
  selfClosing: true,
  tag: ({ tag }) => componentName(tag),
  attributes: (element) => element.attributes.flatMap((attribute) => propsOf(attribute, element)),
}

function propsOf(attribute: ExampleAttribute, { tag }: ExampleElement): string[] {
  if (attribute.kind === 'on')
    return [`${handlerOf(attribute.name)}={() => ${setterOf(attribute.variable)}(${attribute.value})}`]
  if (attribute.kind === 'prop') return [`${attribute.name}={${attribute.variable}}`]
  if (attribute.kind === 'bind') return bound(attribute.name, attribute.variable)
  if (attribute.name === 'id') return []
  const name = propertyOf(tag, attribute.name)
  if (attribute.kind === 'flag') return [name]
  return [isNumeric(tag, attribute.name) ? `${name}={${attribute.value}}` : `${name}="${attribute.value}"`]
}

function bound(property: string, variable: string): string[] {
  const handler = handlerOf(CHANGES[property] ?? 'input')
  const set = setterOf(variable)
  const listener = property === 'open' ? `() => ${set}(false)` : `(event) => ${set}(event.currentTarget.${property})`
  return [`${property}={${variable}}`, `${handler}={${listener}}`]
}

function handlerOf(event: string): string {
  return `on${event.charAt(0).toUpperCase()}${event.slice(1)}`
}

function setterOf(variable: string): string {
  return `set${variable.charAt(0).toUpperCase()}${variable.slice(1)}`
}
