import { parseExample, type Example, type ExampleAttribute, type ExampleElement, type ExampleNode } from '../example.js'
import { elements } from '../elements.js'
import { componentName, componentsIn, importLines, isNumeric, propertyOf, setupLines, variablesOf } from './names.js'
import { indented, print, type Dialect } from './print.js'

/** An example as a single-file component for Vue. */
export function vueSource(example: Example): string {
  const nodes = parseExample(example)
  const names = componentsIn(nodes).map(({ name }) => name)
  const variables = variablesOf(example)
  const imports = [
    `import { ${names.join(', ')} } from '@haiilo-kit/ui/vue'`,
    ...(variables.length ? [`import { ref } from 'vue'`] : []),
  ]
  return [
    '<script setup lang="ts">',
    ...importLines(example, imports),
    ...setupLines(example),
    ...(variables.length ? ['', ...variables.map(([name, value]) => `const ${name} = ref(${value})`)] : []),
    '</script>',
    '',
    '<template>',
    ...indented(print(nodes, dialect)),
    '</template>',
  ].join('\n')
}

const dialect: Dialect = {
  selfClosing: true,
  tag: ({ tag }) => componentName(tag),
  attributes: (element) => element.attributes.flatMap((attribute) => propOf(attribute, element)),
  children: (element) => (elements.has(element.tag) ? withTemplates(element.children) : element.children),
}

function propOf(attribute: ExampleAttribute, { tag }: ExampleElement): string | [] {
  if (attribute.kind === 'on') return `@${attribute.name}="${attribute.variable} = ${attribute.value}"`
  if (attribute.kind === 'prop')
    return attribute.name === attribute.variable ? `:${attribute.name}` : `:${attribute.name}="${attribute.variable}"`
  if (attribute.kind === 'bind') {
    const isModel = attribute.name === 'value' || attribute.name === 'checked'
    return `v-model${isModel ? '' : `:${attribute.name}`}="${attribute.variable}"`
  }
  if (attribute.name === 'id') return []
  const name = propertyOf(tag, attribute.name).replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  if (attribute.kind === 'flag' || attribute.name.startsWith('#')) return name
  return `${isNumeric(tag, attribute.name) ? ':' : ''}${name}="${attribute.value}"`
}

/** Puts neighbours with the same `slot` into a template. */
function withTemplates(children: readonly ExampleNode[]): ExampleNode[] {
  const content: ExampleNode[] = []
  const templates = new Map<string, ExampleNode[]>()
  for (const child of children) {
    const slot = slotOf(child)
    if (slot === undefined || typeof child === 'string') content.push(child)
    else {
      const attributes = child.attributes.filter((attribute) => attribute.name !== 'slot')
      templates.set(slot, [...(templates.get(slot) ?? []), { ...child, attributes }])
    }
  }
  const named = [...templates].map(([slot, nodes]): ExampleElement => ({
    tag: 'template',
    attributes: [{ kind: 'flag', name: `#${slot}`, value: '' }],
    children: nodes,
  }))
  return [...content, ...named]
}

function slotOf(node: ExampleNode): string | undefined {
  if (typeof node === 'string') return undefined
  const slot = node.attributes.find(({ kind, name }) => kind === 'text' && name === 'slot')
  return slot?.kind === 'text' ? slot.value : undefined
}
