import type { Assertion, CharSet, Concatenation, Element, Quantifier } from 'refa'
import type { Spend } from './spend.js'

/**
 * Which character of an expression can follow which (Glushkov, 1961), and in how many ways. A position is one character class of the
 * expression; positions are numbered from 0.
 */
export interface FollowGraph {
  /** The characters that each position reads. */
  readonly symbols: readonly CharSet[]
  /** For each position, the next positions with the number of ways to get there. 2 means two or more. */
  readonly follow: readonly ReadonlyMap<number, number>[]
}

/** A quantifier with this maximum or more counts as unlimited: loops of that length are slow, too. */
const UNLIMITED = 10

/** Each element creates maps, which takes longer than adding an entry to one. */
const STEPS_PER_ELEMENT = 20

/** Builds the graph of an expression. Back references and assertions count as empty. Adds each assertion to `lookarounds`. */
export function followGraph(
  alternatives: readonly Concatenation[],
  lookarounds: Set<Assertion>,
  spend: Spend,
): FollowGraph {
  const symbols: CharSet[] = []
  const follow: Map<number, number>[] = []

  function ofAlternatives(alternatives: readonly Concatenation[]): Part {
    const parts = alternatives.map(ofConcatenation)
    // of alternatives that are only assertions, such as those of `\b`, at most one holds
    const assertions = alternatives.filter(isOnlyAssertions).length
    const empty = parts.reduce((ways, part) => ways + part.empty, 0) - Math.max(0, assertions - 1)
    return {
      empty: atMostTwo(empty),
      first: new Map(parts.flatMap(({ first }) => [...first])),
      last: new Map(parts.flatMap(({ last }) => [...last])),
    }
  }

  function ofConcatenation({ elements }: Concatenation): Part {
    return elements.map(ofElement).reduce(chain, EMPTY)
  }

  function ofElement(element: Element): Part {
    spend(STEPS_PER_ELEMENT)
    switch (element.type) {
      case 'CharacterClass':
        return ofCharacter(element.characters)
      case 'Alternation':
        return ofAlternatives(element.alternatives)
      case 'Quantifier':
        return ofQuantifier(element)
      case 'Assertion':
        lookarounds.add(element)
        return EMPTY
      case 'Unknown':
        return EMPTY
    }
  }

  function ofCharacter(characters: CharSet): Part {
    const ways = new Map([[symbols.length, 1]])
    symbols.push(characters)
    follow.push(new Map())
    return { empty: 0, first: ways, last: ways }
  }

  function ofQuantifier({ alternatives, min, max }: Quantifier): Part {
    if (max < UNLIMITED) return ofCopies(alternatives, min, max)
    // for texts of a fixed length, ten copies are as unambiguous as a hundred
    return min === max && isFixed(alternatives)
      ? ofCopies(alternatives, UNLIMITED, UNLIMITED)
      : ofLoop(alternatives, min)
  }

  /** `x{1,3}` is `x(x(x)?)?`. */
  function ofCopies(alternatives: readonly Concatenation[], min: number, max: number): Part {
    let rest = EMPTY
    for (let copy = max; copy > 0; copy -= 1) {
      const part = ofAlternatives(alternatives)
      // an optional copy is empty in one way only: engines reject an empty round
      rest = copy > min ? { ...chain({ ...part, empty: 0 }, rest), empty: 1 } : chain(part, rest)
    }
    return rest
  }

  function ofLoop(alternatives: readonly Concatenation[], min: number): Part {
    const { empty, first, last } = ofAlternatives(alternatives)
    connect(last, first, 1)
    // only required rounds can be empty; with many of them, the engine chooses which ones are
    if (empty > 0 && min >= UNLIMITED) connect(last, first, 1)
    return {
      empty: min === 0 ? 1 : empty,
      first: empty > 0 && min > 0 ? times(first, 2) : first,
      last: empty > 0 && min > 1 ? times(last, 2) : last,
    }
  }

  function chain(left: Part, right: Part): Part {
    connect(left.last, right.first, 1)
    spend(left.first.size + right.last.size)
    return {
      empty: atMostTwo(left.empty * right.empty),
      first: left.empty > 0 ? new Map([...left.first, ...times(right.first, left.empty)]) : left.first,
      last: right.empty > 0 ? new Map([...times(left.last, right.empty), ...right.last]) : right.last,
    }
  }

  function connect(from: Ways, to: Ways, factor: number): void {
    spend(from.size * to.size)
    for (const [position, waysThere] of from) {
      const after = follow[position]
      for (const [next, waysOn] of to) after?.set(next, atMostTwo((after.get(next) ?? 0) + waysThere * waysOn * factor))
    }
  }

  ofAlternatives(alternatives)
  return { symbols, follow }
}

/** Positions, each with the number of ways to reach it. */
type Ways = ReadonlyMap<number, number>

interface Part {
  /** The number of ways to match an empty text. */
  readonly empty: number
  readonly first: Ways
  readonly last: Ways
}

const EMPTY: Part = { empty: 1, first: new Map(), last: new Map() }

function isOnlyAssertions({ elements }: Concatenation): boolean {
  return elements.length > 0 && elements.every(({ type }) => type === 'Assertion')
}

/** Whether all matching texts have the same length and match in exactly one way. */
function isFixed([only, ...others]: readonly Concatenation[]): boolean {
  if (!only || others.length > 0) return false
  return only.elements.every((element) => {
    if (element.type === 'Quantifier') return element.min === element.max && isFixed(element.alternatives)
    return element.type === 'Alternation' ? isFixed(element.alternatives) : element.type !== 'Unknown'
  })
}

function times(ways: Ways, factor: number): Ways {
  return factor === 1 ? ways : new Map([...ways].map(([position, count]) => [position, atMostTwo(count * factor)]))
}

function atMostTwo(ways: number): number {
  return Math.min(ways, 2)
}
