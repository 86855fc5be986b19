import type { Assertion, CharSet, Concatenation, Element, Quantifier } from 'refa'
import type { WorkLimit } from './work-limit.js'

/** Which character of an expression can come after which (Glushkov, 1961), and in how many ways. Positions are numbered from 0. */
export interface FollowGraph {
  /** What each position reads. */
  readonly symbols: readonly CharSet[]
  /** The positions after each one; two ways stand for many. */
  readonly follow: readonly ReadonlyMap<number, number>[]
}

/** A quantifier with this maximum or more counts as one without: loops that long take too long as well. */
const ENDLESS = 10

/** It makes some maps, which take longer than an entry in one. */
const STEPS_OF_AN_ELEMENT = 20

/**
 * Reads the alternatives of an expression; back references count as empty, and so do assertions, whose expressions are taken down in
 * `lookarounds`.
 */
export function followGraph(
  alternatives: readonly Concatenation[],
  lookarounds: Set<Assertion>,
  limit: WorkLimit,
): FollowGraph {
  const symbols: CharSet[] = []
  const follow: Map<number, number>[] = []

  function ofAlternatives(alternatives: readonly Concatenation[]): Part {
    const parts = alternatives.map(ofConcatenation)
    // of alternatives that only look around, such as those of `\b`, one at most holds
    const looking = alternatives.filter(isOnlyLooking).length
    const empty = parts.reduce((ways, part) => ways + part.empty, 0) - Math.max(0, looking - 1)
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
    limit.spend(STEPS_OF_AN_ELEMENT)
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
    if (max < ENDLESS) return ofCopies(alternatives, min, max)
    // of a text of fixed length, ten copies are as unambiguous as a hundred
    return min === max && isFixed(alternatives) ? ofCopies(alternatives, ENDLESS, ENDLESS) : ofLoop(alternatives, min)
  }

  /** `x{1,3}` is `x(x(x)?)?`. */
  function ofCopies(alternatives: readonly Concatenation[], min: number, max: number): Part {
    let rest = EMPTY
    for (let copy = max; copy > 0; copy -= 1) {
      const part = ofAlternatives(alternatives)
      // what may be left out matches nothing in one way only: engines refuse an empty round
      rest = copy > min ? { ...chain({ ...part, empty: 0 }, rest), empty: 1 } : chain(part, rest)
    }
    return rest
  }

  function ofLoop(alternatives: readonly Concatenation[], min: number): Part {
    const { empty, first, last } = ofAlternatives(alternatives)
    connect(last, first, 1)
    // only the rounds that must be may be empty, and which of many are can be chosen
    if (empty > 0 && min >= ENDLESS) connect(last, first, 1)
    return {
      empty: min === 0 ? 1 : empty,
      first: empty > 0 && min > 0 ? times(first, 2) : first,
      last: empty > 0 && min > 1 ? times(last, 2) : last,
    }
  }

  function chain(left: Part, right: Part): Part {
    connect(left.last, right.first, 1)
    limit.spend(left.first.size + right.last.size)
    return {
      empty: atMostTwo(left.empty * right.empty),
      first: left.empty > 0 ? new Map([...left.first, ...times(right.first, left.empty)]) : left.first,
      last: right.empty > 0 ? new Map([...times(left.last, right.empty), ...right.last]) : right.last,
    }
  }

  function connect(from: Ways, to: Ways, factor: number): void {
    limit.spend(from.size * to.size)
    for (const [position, waysThere] of from) {
      const after = follow[position]
      for (const [next, waysOn] of to) after?.set(next, atMostTwo((after.get(next) ?? 0) + waysThere * waysOn * factor))
    }
  }

  ofAlternatives(alternatives)
  return { symbols, follow }
}

/** Positions, and in how many ways each is reached. */
type Ways = ReadonlyMap<number, number>

interface Part {
  /** In how many ways it matches nothing. */
  readonly empty: number
  readonly first: Ways
  readonly last: Ways
}

const EMPTY: Part = { empty: 1, first: new Map(), last: new Map() }

function isOnlyLooking({ elements }: Concatenation): boolean {
  return elements.length > 0 && elements.every(({ type }) => type === 'Assertion')
}

/** Whether all texts that match have the same length, and match in one way. */
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
