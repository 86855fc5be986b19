import { allElements, parseExample, type Example, type ExampleElement } from '../example.js'
import { CHANGES, componentsIn, importLines, setupLines } from './names.js'
import { indented, print, type Dialect } from './print.js'

/** The script of an example without a framework. */
export function scriptOf(example: Example): string {
  const nodes = parseExample(example)
  const imports = new Set(componentsIn(nodes).map(({ entry }) => `import '${entry}'`))
  const code = wiring(allElements(nodes))
  const lines = [...importLines(example, [...imports]), ...setupLines(example), ...(code.length ? ['', ...code] : [])]
  return lines.join('\n')
}

/** An example as a page without a framework. */
export function htmlSource(example: Example): string {
  const markup = print(parseExample(example), dialectOf(example))
  return [...markup, '', '<script type="module">', ...indented(scriptOf(example).split('\n')), '</script>'].join('\n')
}

function dialectOf({ state = {} }: Example): Dialect {
  return {
    selfClosing: false,
    tag: ({ tag }) => tag,
    attributes: ({ attributes }) =>
      attributes.flatMap((attribute) => {
        if (attribute.kind === 'text') return `${attribute.name}="${attribute.value}"`
        if (attribute.kind === 'flag') return attribute.name
        const value = attribute.kind === 'bind' ? state[attribute.variable] : false
        if (typeof value === 'string') return value ? `${attribute.name}="${value}"` : []
        return value ? attribute.name : []
      }),
  }
}

/** The code that connects elements with each other, or shows how to read a value. */
function wiring(elements: readonly ExampleElement[]): string[] {
  const assigned = new Map<string, string>()
  const lines: string[] = []
  for (const element of elements) {
    const constants = element.attributes.flatMap((each) => (each.kind === 'prop' ? [each.variable] : []))
    if (constants.length > 0)
      lines.push(`Object.assign(document.querySelector('${selectorOf(element)}'), { ${constants.join(', ')} })`)
    for (const attribute of element.attributes) {
      if (attribute.kind !== 'bind') continue
      const name = element.tag.replace(/^haiilo-/, '').replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
      const variable = name === 'switch' ? 'control' : name
      assigned.set(attribute.variable, `${variable}.${attribute.name}`)
      lines.push(`const ${variable} = document.querySelector('${selectorOf(element)}')`)
      if (isSet(elements, attribute.variable)) continue
      const event = CHANGES[attribute.name] ?? 'input'
      lines.push(`${variable}.addEventListener('${event}', () => console.log(${variable}.${attribute.name}))`)
    }
  }
  for (const element of elements) {
    for (const attribute of element.attributes) {
      if (attribute.kind !== 'on') continue
      const target = assigned.get(attribute.variable) ?? attribute.variable
      lines.push(
        `document.querySelector('${selectorOf(element)}').addEventListener('${attribute.name}', () => {`,
        `  ${target} = ${attribute.value}`,
        '})',
      )
    }
  }
  return lines
}

function isSet(elements: readonly ExampleElement[], variable: string): boolean {
  return elements.some(({ attributes }) =>
    attributes.some((attribute) => attribute.kind === 'on' && attribute.variable === variable),
  )
}

function selectorOf({ tag, attributes }: ExampleElement): string {
  const id = attributes.find((attribute) => attribute.kind === 'text' && attribute.name === 'id')
  return id?.kind === 'text' ? `#${id.value}` : tag
}
