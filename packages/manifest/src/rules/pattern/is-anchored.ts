import type { Assertion, Concatenation, Element, Expression } from 'refa'

/** Whether a match always begins where the text begins and ends where it ends. */
export function isAnchored({ alternatives }: Expression): boolean {
  return alternatives.every((part) => isBound(part, 'behind') && isBound(part, 'ahead'))
}

function isBound({ elements }: Concatenation, kind: Assertion['kind']): boolean {
  const outer = kind === 'behind' ? elements[0] : elements.at(-1)
  if (outer?.type === 'Alternation') return outer.alternatives.every((part) => isBound(part, kind))
  return outer !== undefined && isEnd(outer, kind)
}

/** `^` is "no character behind", and `$` "no character ahead". */
function isEnd(element: Element, kind: Assertion['kind']): boolean {
  if (element.type !== 'Assertion' || element.kind !== kind || !element.negate) return false
  const [only, ...others] = element.alternatives.flatMap(({ elements }) => elements)
  return others.length === 0 && only?.type === 'CharacterClass' && only.characters.isAll
}
