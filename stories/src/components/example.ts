/**
 * An example of a component. The page draws it, and the sources for all frameworks are derived from it.
 *
 * The markup is HTML with three more kinds of attributes:
 *
 * - `bind:value="dish"`: the property `value` and the variable `dish` have the same value.
 * - `prop:fields="fields"`: the property gets the constant `fields` of the set-up.
 * - `on:click="isOpen = true"`: the event sets a variable.
 */
export interface Example {
  readonly markup: string
  /** The initial values of the variables. */
  readonly state?: Readonly<Record<string, string | boolean>>
  /** The code that declares the constants, with the packages that it imports from. */
  readonly setup?: { readonly imports: Readonly<Record<string, string>>; readonly code: string }
}

/** The attributes of an element in an example, by their kinds. */
export type ExampleAttribute =
  | { readonly kind: 'text'; readonly name: string; readonly value: string }
  | { readonly kind: 'flag'; readonly name: string; readonly value: '' }
  | { readonly kind: 'bind'; readonly name: string; readonly variable: string }
  | { readonly kind: 'prop'; readonly name: string; readonly variable: string }
  | { readonly kind: 'on'; readonly name: string; readonly variable: string; readonly value: string }

/** A piece of an example: an element, or a text. */
export type ExampleNode = ExampleElement | string

export interface ExampleElement {
  readonly tag: string
  readonly attributes: readonly ExampleAttribute[]
  readonly children: readonly ExampleNode[]
}

/** Reads the markup of an example. */
export function parseExample(example: Example): readonly ExampleNode[] {
  return childrenOf(documentOf(example).body)
}

/** The markup of an example as a document of its own. */
export function documentOf({ markup }: Example): Document {
  return new DOMParser().parseFromString(markup, 'text/html')
}

/** All elements of an example, each before its content. */
export function allElements(nodes: readonly ExampleNode[]): ExampleElement[] {
  return nodes.flatMap((node) => (typeof node === 'string' ? [] : [node, ...allElements(node.children)]))
}

function childrenOf(parent: Node): ExampleNode[] {
  return [...parent.childNodes].flatMap((node): ExampleNode[] => {
    if (isElement(node)) {
      const attributes = [...node.attributes].map(({ name, value }) => attributeOf(name, value))
      return [{ tag: node.localName, attributes, children: childrenOf(node) }]
    }
    const text = node.textContent?.replaceAll(/\s+/g, ' ') ?? ''
    return text.trim() ? [text] : []
  })
}

/** Reads one attribute. An empty label hides the default one, and other empty attributes are flags. */
export function attributeOf(attribute: string, value: string): ExampleAttribute {
  const [, kind, name = ''] = /^(bind|prop|on):(.+)$/.exec(attribute) ?? []
  if (kind === 'on') {
    const [variable = '', assigned = ''] = value.split(' = ')
    return { kind, name, variable, value: assigned }
  }
  if (kind === 'bind' || kind === 'prop') return { kind, name, variable: value }
  return value || attribute === 'label'
    ? { kind: 'text', name: attribute, value }
    : { kind: 'flag', name: attribute, value: '' }
}

function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE
}
