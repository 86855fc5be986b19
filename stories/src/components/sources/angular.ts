import { parseExample, type Example, type ExampleAttribute, type ExampleElement } from '../example.js'
import { componentsIn, constantsIn, importLines, propertyOf, setupLines, variablesOf } from './names.js'
import { indented, print, type Dialect } from './print.js'

/** An example as a component for Angular. */
export function angularSource(example: Example): string {
  const nodes = parseExample(example)
  const names = componentsIn(nodes).map(({ name }) => name)
  const imports = [
    `import { Component } from '@angular/core'`,
    `import { ${names.join(', ')} } from '@haiilo-kit/ui/angular'`,
  ]
  const fields = [
    ...constantsIn(nodes).map((name) => `readonly ${name} = ${name}`),
    ...variablesOf(example).map(([name, value]) => `${name} = ${value}`),
  ]
  return [
    ...importLines(example, imports),
    ...setupLines(example),
    '',
    '@Component({',
    `  selector: 'app-example',`,
    `  imports: [${names.join(', ')}],`,
    '  template: `',
    ...indented(print(nodes, dialect), 2),
    '  `,',
    '})',
    ...(fields.length ? ['export class Example {', ...indented(fields), '}'] : ['export class Example {}']),
  ].join('\n')
}

const dialect: Dialect = {
  selfClosing: true,
  tag: ({ tag }) => tag,
  attributes: (element) => element.attributes.flatMap((attribute) => inputOf(attribute, element)),
}

function inputOf(attribute: ExampleAttribute, { tag }: ExampleElement): string | [] {
  if (attribute.kind === 'on') return `(${attribute.name})="${attribute.variable} = ${attribute.value}"`
  if (attribute.kind === 'prop') return `[${attribute.name}]="${attribute.variable}"`
  if (attribute.kind === 'bind') return `[(${attribute.name})]="${attribute.variable}"`
  if (attribute.name === 'id') return []
  const name = propertyOf(tag, attribute.name)
  return attribute.kind === 'flag' ? name : `${name}="${attribute.value}"`
}
