// The wrappers for React: a component with typed props for each element, created by src/react/wrap-element.ts.

import { docblock } from './docblock.mjs'

/** Returns the contents of the files in src/react, by their names. */
export function reactWrappers(elements) {
  const wrappers = elements.map((element) => [`${element.tag}.ts`, wrapper(element)])
  return { 'index.ts': barrel(elements), ...Object.fromEntries(wrappers) }
}

function barrel(elements) {
  const lines = elements.map(
    ({ tag, className }) => `export { ${className}, type ${className}Props } from './${tag}.js'\n`,
  )
  return `${lines.join('')}export type { ElementComponent, ElementEvent } from './element-component.js'\n`
}

function wrapper(element) {
  const { className, module, events, summary } = element
  const types = [...new Set(events.flatMap(({ type }) => namesOf(type)))].map((name) => `, type ${name}`)
  const props = `${className}Props`
  return `import { ${className} as Element${types.join('')} } from '${module}'
import type { ElementComponent${events.length ? ', ElementEvent' : ''} } from './element-component.js'
import { wrapElement } from './wrap-element.js'

${docblock(`The props of \`<${className}>\`, in addition to the props of every element.`)}
export interface ${props} {
${propsOf(element).join('\n')}
}

${docblock(documentation(element))}
export const ${className}: ElementComponent<Element, ${props}> = wrapElement(${argumentsOf(element)})

${docblock(`The element, for a \`ref\`. ${summary}`)}
export type ${className} = Element
`
}

function propsOf({ properties, events, slots }) {
  const own = properties.map(({ name, description }) => prop(name, `Element['${name}']`, description))
  const handlers = events.map(({ name, type, description }) => {
    const event = type === 'Event' ? 'ElementEvent<Element>' : `ElementEvent<Element, ${type}>`
    return prop(handlerOf(name), `((event: ${event}) => void)`, description)
  })
  const content = slots.length ? [] : [prop('children', '', 'The component shows no children.')]
  return [...own, ...handlers, ...content]
}

function prop(name, type, description) {
  return `${docblock(description)}\nreadonly ${name}?: ${type ? `${type} | ` : ''}undefined`
}

/** Returns the description with the slots for children. */
function documentation({ description, slots }) {
  const lines = slots.map(({ name, description: text }) => {
    return name === 'default' ? `- children: ${text}` : `- children with \`slot="${name}"\`: ${text}`
  })
  return lines.length ? `${description}\n\n${lines.join('\n')}` : description
}

function argumentsOf({ tag, events, state }) {
  const handlers = events.map(({ name }) => `${name}: '${handlerOf(name)}'`)
  return [
    `'${tag}'`,
    'Element',
    ...(handlers.length ? [`{ ${handlers.join(', ')} }`] : []),
    ...(state ? [`['${state.property}', '${handlerOf(state.event)}']`] : []),
  ].join(', ')
}

function handlerOf(event) {
  return `on${event[0].toUpperCase()}${event.slice(1)}`
}

/** Returns the names in a type that the module of the element exports. The others are types of the DOM. */
function namesOf(type) {
  return type.match(/\w+/g).filter((name) => !/^(Custom)?Event$/.test(name))
}
