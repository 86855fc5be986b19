import { parse, type ArrayNode, type MemberNode, type ObjectNode, type ValueNode } from '@humanwhocodes/momoa'
import { join, namesIn } from '../rules/manifest-view.js'

/** A range of the text, in UTF-16 code units; the end is exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The range of one character. */
export function characterAt(start: number): Span {
  return { start, end: start + 1 }
}

/** A key that appears again later in the same object. */
export interface Duplicate extends Span {
  readonly key: string
  readonly pointer: string
}

/** Finds the position of values in the text that they were parsed from. */
export interface Locator {
  /**
   * The range of a value with its key. If the value does not exist, the range of its closest existing parent. For an object or a list,
   * only its key or its opening bracket.
   */
  readonly locate: (pointer: string) => Span
  readonly duplicates: () => readonly Duplicate[]
}

type Part = ValueNode | MemberNode

/** Creates a locator for a text that is valid JSON and not deeply nested. */
export function createLocator(text: string): Locator {
  const root = parse(text, { mode: 'json' }).body
  const indexes = new Map<ObjectNode, ReadonlyMap<string, MemberNode>>()

  /** If a key appears twice, the last one is used, as in `JSON.parse`. */
  function membersOf(node: ObjectNode): ReadonlyMap<string, MemberNode> {
    const members = indexes.get(node) ?? new Map(node.members.map((member) => [keyOf(member), member]))
    indexes.set(node, members)
    return members
  }

  function locate(pointer: string): Span {
    let found: Part = root
    for (const name of namesIn(pointer)) {
      const value: ValueNode = found.type === 'Member' ? found.value : found
      const next: Part | undefined = value.type === 'Object' ? membersOf(value).get(name) : itemOf(value, name)
      if (!next) break
      found = next
    }
    return spanOf(found)
  }

  function duplicates(): Duplicate[] {
    const found: Duplicate[] = []
    const open: [value: ValueNode, pointer: string][] = [[root, '']]
    for (let next = open.pop(); next; next = open.pop()) {
      const [node, pointer] = next
      if (node.type === 'Array') node.elements.forEach(({ value }, index) => open.push([value, join(pointer, index)]))
      if (node.type !== 'Object') continue
      for (const member of node.members) {
        const key = keyOf(member)
        const inside = join(pointer, key)
        if (membersOf(node).get(key) !== member) found.push({ ...spanOf(member), key, pointer: inside })
        open.push([member.value, inside])
      }
    }
    return found
  }

  return { locate, duplicates }
}

function keyOf({ name }: MemberNode): string {
  return name.type === 'String' ? name.value : name.name
}

function itemOf(value: ValueNode, index: string): ValueNode | undefined {
  return isArray(value) ? value.elements[Number(index)]?.value : undefined
}

function isArray(value: ValueNode): value is ArrayNode {
  return value.type === 'Array'
}

function spanOf(part: Part): Span {
  const value = part.type === 'Member' ? part.value : part
  const start = part.loc.start.offset
  if (value.type !== 'Object' && value.type !== 'Array') return { start, end: value.loc.end.offset }
  return { start, end: part.type === 'Member' ? part.name.loc.end.offset : start + 1 }
}
