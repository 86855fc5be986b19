import type { Assertion, Concatenation, Element, Expression } from 'refa'

/** Whether every match starts at the start of the text and ends at its end. */
export function isAnchored({ alternatives }: Expression): boolean {
  return alternatives.every((part) => isBound(part, 'behind') && isBound(part, 'ahead'))
}

function isBound({ elements }: Concatenation, kind: Assertion['kind']): boolean {
  const outer = kind === 'behind' ? elements[0] : elements.at(-1)
  if (outer?.type === 'Alternation') return outer.alternatives.every((part) => isBound(part, kind))
  return outer !== undefined && isAnchor(outer, kind)
}

/** The parser represents `^` as "no character behind" and `$` as "no character ahead". */
function isAnchor(element: Element, kind: Assertion['kind']): boolean {
  if (element.type !== 'Assertion' || element.kind !== kind || !element.negate) return false
  const [only, ...others] = element.alternatives.flatMap(({ elements }) => elements)
  return others.length === 0 && only?.type === 'CharacterClass' && only.characters.isAll
}
