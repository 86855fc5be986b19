// The wrappers for Vue: the definition and types of each component. Their common code is packages/ui/src/vue/wrap-element.ts.

import { docblock } from './docblock.mjs'

const CONSTRUCTORS = { boolean: 'Boolean', number: 'Number', string: 'String', object: 'Object' }

/** Returns the contents of the files in src/vue, by their names. */
export function vueWrappers(elements) {
  return {
    ...Object.fromEntries(elements.map((element) => [`${element.tag}.ts`, wrapperOf(element)])),
    'haiilo-ui-plugin.ts': pluginOf(elements),
    'index.ts': indexOf(elements),
  }
}

function wrapperOf(element) {
  const { tag, className, summary, description, properties, events, slots } = element
  const model = modelOf(element)
  const members = [...properties.map(propOf), ...modelPropsOf(element, model), ...events.map(listenerOf)]
  const slotTypes = slots.map((slot) => `${docblock(slot.description)}\n${slot.name}?: ElementSlot`)
  const types = ['Element', `${className}Props`, ...(slots.length ? [`{ ${slotTypes.join('\n')} }`] : [])]
  const spec = [
    `properties: { ${properties.map(({ name, kind }) => `${name}: ${CONSTRUCTORS[kind]}`)} }`,
    ...(events.length ? [`events: ${namesOf(events)}`] : []),
    ...(slots.length ? [`slots: ${namesOf(slots)}`] : []),
    ...(model ? [`model: ${JSON.stringify([model.name, model.property, model.event])}`] : []),
  ]
  return `${importsOf(element, [...members, ...slotTypes].join())}
/** The props of {@link ${className}}, in addition to the attributes of every element. */
export interface ${className}Props {
  ${members.join('\n')}
}

${docblock(`${summary}\n\n${description}\n\n\`$el\` of the instance is the element.`)}
export const ${className} = /* @__PURE__ */ wrapElement('${tag}', { ${spec} }) as ElementComponent<${types}>
`
}

/** In a field, `v-model` binds `value` or `checked`. Other components have a model with the name of the property. */
function modelOf({ state, isField }) {
  return state && { ...state, name: isField ? 'modelValue' : state.property }
}

function propOf({ name, kind, description }) {
  const type = kind === 'number' ? `Numeric<Element['${name}']>` : `Element['${name}']`
  return `${docblock(description)}\nreadonly ${name}?: ${type} | undefined`
}

function modelPropsOf({ isField }, model) {
  if (!model) return []
  const type = `Element['${model.property}']`
  const isText = model.property === 'value'
  const listener = `${docblock('The listener of `v-model`.')}\nreadonly 'onUpdate:${model.name}'?: ((value: ${type}) => unknown) | undefined`
  if (!isField) return [listener]
  const accepted = isText ? `${type} | number` : type
  return [
    `${docblock(`The value of \`v-model\`, which binds \`${model.property}\`.`)}\nreadonly modelValue?: ${accepted} | null | undefined`,
    `${docblock('The modifiers of `v-model`.')}\nreadonly modelModifiers?: ${isText ? 'ModelModifiers' : "Pick<ModelModifiers, 'lazy'>"} | undefined`,
    listener,
  ]
}

function listenerOf({ name, type, description }) {
  const event = type === 'Event' ? 'ElementEvent<Element>' : `ElementEvent<Element, ${type}>`
  return `${docblock(description)}\nreadonly on${capitalized(name)}?: ((event: ${event}) => unknown) | undefined`
}

function importsOf({ module, className, events }, members) {
  const ownTypes = events.map(({ type }) => /<(\w+)>/.exec(type)?.[1]).filter(Boolean)
  const types = ['ElementEvent', 'ElementSlot', 'ModelModifiers', 'Numeric'].filter((type) => members.includes(type))
  return `import '${module}'
import type { ${[`${className} as Element`, ...ownTypes]} } from '${module}'
import type { ${['ElementComponent', ...types]} } from './element-component.js'
import { wrapElement } from './wrap-element.js'
`
}

function pluginOf(elements) {
  const names = elements.map(({ className }) => className)
  return `import type { App } from 'vue'
${elements.map(({ tag, className }) => `import { ${className} } from './${tag}.js'`).join('\n')}

/**
 * Registers all components of the kit for the templates of an app. An app that needs only a few components is smaller if it imports those.
 *
 * @example
 * \`\`\`ts
 * import { createApp } from 'vue'
 *
 * createApp(Lunch).use(HaiiloUiPlugin).mount('#root')
 * \`\`\`
 */
export function HaiiloUiPlugin(app: App): void {
  const components = { ${names} }
  for (const [name, component] of Object.entries(components)) app.component(name, component)
}

declare module 'vue' {
  interface GlobalComponents {
    ${names.map((name) => `${name}: typeof ${name}`).join('\n')}
  }
}
`
}

function indexOf(elements) {
  const exports = elements.map(
    ({ tag, className }) =>
      `export { ${className} } from './${tag}.js'\nexport type { ${className}Props } from './${tag}.js'`,
  )
  return `export type { ElementAttributes, ElementComponent, ElementEvent, ElementSlot, ModelModifiers, Numeric } from './element-component.js'
${exports.join('\n')}
export { HaiiloUiPlugin } from './haiilo-ui-plugin.js'
`
}

function namesOf(list) {
  return JSON.stringify(list.map(({ name }) => name))
}

function capitalized(name) {
  return name[0].toUpperCase() + name.slice(1)
}
