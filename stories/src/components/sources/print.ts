import type { ExampleElement, ExampleNode } from '../example.js'

/** How a framework writes an element. */
export interface Dialect {
  readonly tag: (element: ExampleElement) => string
  /** The attributes, each as text. */
  readonly attributes: (element: ExampleElement) => readonly string[]
  /** Whether an element without content ends with `/>`. */
  readonly selfClosing: boolean
  /** The content, if the framework groups it in another way. */
  readonly children?: (element: ExampleElement) => readonly ExampleNode[]
}

const MAX_WIDTH = 90

/** Writes the markup of an example, in lines. */
export function print(nodes: readonly ExampleNode[], dialect: Dialect): string[] {
  return nodes.flatMap((node) => (typeof node === 'string' ? [node.trim()] : printElement(node, dialect)))
}

/** Indents lines by one level. */
export function indented(lines: readonly string[], levels = 1): string[] {
  return lines.map((line) => (line ? '  '.repeat(levels) + line : line))
}

function printElement(element: ExampleElement, dialect: Dialect): string[] {
  const oneLine = inline(element, dialect)
  if (oneLine.length <= MAX_WIDTH && isFlat(element)) return [oneLine]
  const children = contentOf(element, dialect)
  const tag = dialect.tag(element)
  const end = children.length === 0 && dialect.selfClosing ? ' />' : '>'
  const start = startOf(element, dialect, end)
  if (children.length === 0) return end === '>' ? closed(start, tag) : start
  return [...start, ...indented(print(children, dialect)), `</${tag}>`]
}

/** The start tag, with one attribute in each line if it is long. */
function startOf(element: ExampleElement, dialect: Dialect, end: string): string[] {
  const tag = dialect.tag(element)
  const attributes = dialect.attributes(element)
  const short = [`<${tag}`, ...attributes].join(' ') + end
  if (short.length <= MAX_WIDTH) return [short]
  return [`<${tag}`, ...indented(attributes), end.trim()]
}

function closed(start: readonly string[], tag: string): string[] {
  return [...start.slice(0, -1), `${start.at(-1) ?? ''}</${tag}>`]
}

function inline(element: ExampleElement, dialect: Dialect): string {
  const tag = dialect.tag(element)
  const start = [`<${tag}`, ...dialect.attributes(element)].join(' ')
  const content = contentOf(element, dialect).map((node) => (typeof node === 'string' ? node : inline(node, dialect)))
  if (content.length === 0 && dialect.selfClosing) return `${start} />`
  return `${start}>${content.join('').trim()}</${tag}>`
}

/** Whether an element contains only text, or text with flat elements. */
function isFlat({ children }: ExampleElement): boolean {
  const hasText = children.some((child) => typeof child === 'string')
  return children.length === 0 || (hasText && children.every((child) => typeof child === 'string' || isFlat(child)))
}

function contentOf(element: ExampleElement, { children }: Dialect): readonly ExampleNode[] {
  return children?.(element) ?? element.children
}
