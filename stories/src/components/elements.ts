import manifest from '@haiilo-kit/ui/custom-elements.json'

/** A name with its description, such as a slot or a part. */
export interface Described {
  readonly name: string
  readonly description?: string | undefined
}

/** A name with its type. */
export interface Typed extends Described {
  readonly type?: { readonly text: string } | undefined
}

export interface Attribute extends Typed {
  /** The property that it sets. */
  readonly fieldName: string
}

export interface Member extends Typed {
  readonly kind: string
  readonly default?: string | undefined
  readonly attribute?: string | undefined
  readonly readonly?: boolean | undefined
  readonly parameters?: readonly Parameter[] | undefined
}

export interface Parameter extends Typed {
  readonly optional?: boolean | undefined
}

/** A component, as `custom-elements.json` describes it. */
export interface ElementDocs {
  readonly tagName: string
  /** The name of its class, and of its wrappers. */
  readonly name: string
  readonly summary: string
  readonly description: string
  /** The import that defines it, such as `@haiilo-kit/ui/button`. */
  readonly entry: string
  readonly attributes: readonly Attribute[]
  readonly members: readonly Member[]
  readonly events: readonly Typed[]
  readonly slots: readonly Described[]
  readonly cssParts: readonly Described[]
  readonly cssProperties: readonly Described[]
}

/** Where the descriptions are from. */
export const MANIFEST = 'packages/ui/custom-elements.json'

const NONE = { attributes: [], members: [], events: [], slots: [], cssParts: [], cssProperties: [] }

/** All components by their tags. */
export const elements: ReadonlyMap<string, ElementDocs> = new Map(
  manifest.modules.flatMap(({ path, declarations }) =>
    (declarations as readonly object[]).filter(isElement).map((declaration) => {
      const entry = path.replace(/^src\/components\/([\w-]+)\/.*/, '@haiilo-kit/ui/$1')
      return [declaration.tagName, { ...NONE, ...declaration, entry }] as const
    }),
  ),
)

/** The description of a component. Throws if there is no such component. */
export function elementOf(tag: string): ElementDocs {
  const element = elements.get(tag)
  if (!element) throw new Error(`custom-elements.json describes no <${tag}>.`)
  return element
}

function isElement(declaration: object): declaration is ElementDocs {
  return 'tagName' in declaration
}
