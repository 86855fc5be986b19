// The wrappers for Angular: a directive with typed inputs for each element. Their common code is in src/angular of packages/ui.

import { docblock } from './docblock.mjs'

/** Returns the contents of the files in src/angular, by their names. */
export function angularWrappers(elements) {
  const wrappers = elements.map((element) => [`${element.tag}.ts`, wrapper(element)])
  return { 'index.ts': barrel(elements), ...Object.fromEntries(wrappers) }
}

function barrel(elements) {
  return elements.map(({ tag, className }) => `export { ${className} } from './${tag}.js'\n`).join('')
}

function wrapper(element) {
  const { tag, className, module, isField } = element
  const members = [...element.properties.map((property) => input(property, element)), ...stateOf(element)]
  return `${imports(element)}
import type { ${className} as Element } from '${module}'
import '${module}'
${helpers(members.join(''), isField)}

${docblock(documentation(element))}
@Directive({ selector: '${tag}'${isField ? ', providers: provideFieldControl()' : ''} })
export class ${className} {
  /** The element, for its methods. */
  readonly element: Element = inject<ElementRef<Element>>(ElementRef).nativeElement

${members.join('\n\n')}
}
`
}

function imports({ properties, state }) {
  const names = [
    'Directive',
    'ElementRef',
    'inject',
    ...(properties.length ? ['Input'] : []),
    ...(state ? ['Output'] : []),
  ]
  const types = state ? ', type OutputRef' : ''
  return `import { ${names.join(', ')}${types} } from '@angular/core'\n`
}

/** Returns the imports of the helpers that the members use. */
function helpers(members, isField) {
  const files = {
    '../lib/to-text.js': ['toText'],
    './output-from-event.js': ['outputFromEvent'],
    './field-control.js': isField ? ['provideFieldControl'] : [],
    './field-value.js': ['valueOf', 'type FieldValue'],
    './template-values.js': ['isOn', 'numberOf', 'patternOf', 'type Flag', 'type Numeric'],
  }
  const text = `${members} provideFieldControl`
  const named = (name) => new RegExp(`\\b${name.replace('type ', '')}\\b`).test(text)
  return Object.entries(files)
    .map(([file, names]) => imported(names.filter(named), file))
    .join('')
}

function imported(names, file) {
  if (names.length === 0) return ''
  const isTypes = names.every((name) => name.startsWith('type '))
  const list = isTypes
    ? `type { ${names.map((name) => name.slice('type '.length)).join(', ')} }`
    : `{ ${names.join(', ')} }`
  return `import ${list} from '${file}'\n`
}

function input(property, element) {
  const { name, description } = property
  const { type, value } = inputTypeOf(property, element)
  return `${docblock(description)}
  @Input() set ${name}(value: ${type}) {
    this.element.${name} = ${value}
  }`
}

/** Returns the type of an input, and the expression that converts its value for the element. */
function inputTypeOf({ name, kind }, { isField, state }) {
  const type = `Element['${name}']`
  if (kind === 'boolean') return { type: 'Flag', value: 'isOn(value)' }
  // signal forms bind limits with the type of their value, which can be a text. They check patterns themselves
  if (isField && /^m(in|ax)$/.test(name)) return { type: `${type} | string`, value: 'numberOf(value)' }
  if (isField && name === 'pattern') return { type: `${type} | readonly RegExp[]`, value: 'patternOf(value)' }
  if (isField && name === state?.property) return { type: 'FieldValue<Element> | null', value: `toText(value) ?? ''` }
  return kind === 'number' ? { type: `Numeric<${type}>`, value: 'numberOf(value)' } : { type, value: 'value' }
}

/** Returns the output for two-way binding: Angular combines `x` and `xChange`. */
function stateOf({ state, isField }) {
  if (!state) return []
  const { property, event } = state
  const holdsValue = isField && property === 'value'
  const type = holdsValue ? 'FieldValue<Element>' : `Element['${property}']`
  const read = holdsValue ? 'valueOf' : `({ ${property} }) => ${property}`
  return [
    `${docblock(`Emits \`${property}\` when the element changes it, for \`[(${property})]\`.`)}
  @Output() readonly ${property}Change: OutputRef<${type}> = outputFromEvent(this.element, '${event}', ${read})`,
  ]
}

/** Returns the description with the slots and DOM events, which are not inputs or outputs. */
function documentation({ description, slots, events }) {
  const named = slots.filter(({ name }) => name !== 'default')
  const lines = [
    ...named.map(({ name, description: text }) => `- content with \`slot="${name}"\`: ${text}`),
    ...events.map(({ name, type, description: text }) => `- \`(${name})\`, \`${type}\`: ${text}`),
  ]
  return lines.length ? `${description}\n\n${lines.join('\n')}` : description
}
