import type { Assertion, Concatenation, Expression } from 'refa'
import { followGraph, type FollowGraph } from './follow-graph.js'
import type { Spend } from './spend.js'
import { stronglyConnected } from './strongly-connected.js'

/**
 * Whether matching takes exponential time on some texts. This is the case if a loop can read one text in two ways, so that each round
 * doubles the number of ways. See “exponential ambiguity”: Weber & Seidl, 1991; Allauzen, Mohri & Rastogi, 2008. Does not find polynomial
 * time.
 *
 * @param spend Called with the number of steps of each piece of work. If it throws, the analysis stops and the error passes through.
 */
export function isExponential({ alternatives }: Expression, spend: Spend): boolean {
  const lookarounds = new Set<Assertion>()
  const queue: (readonly Concatenation[])[] = [alternatives]
  const seen = new Set<Assertion>()
  for (const expression of queue) {
    if (isAmbiguous(followGraph(expression, lookarounds, spend), spend)) return true
    for (const lookaround of lookarounds) {
      if (seen.has(lookaround)) continue
      seen.add(lookaround)
      queue.push(lookaround.alternatives)
    }
  }
  return false
}

function isAmbiguous(graph: FollowGraph, spend: Spend): boolean {
  const loops = stronglyConnected(graph.follow.keys(), (position) => graph.follow[position]?.keys() ?? [])
  return loops.some((loop) => isAmbiguousLoop(new Set(loop), graph, spend))
}

function isAmbiguousLoop(loop: ReadonlySet<number>, graph: FollowGraph, spend: Spend): boolean {
  const edgesFrom = new Map([...loop].map((position) => [position, edgesInside(position, loop, graph)]))
  spend(loop.size)
  for (const edges of edgesFrom.values()) {
    spend(edges.length)
    if (edges.some(({ ways }) => ways > 1)) return true
  }
  return hasTwoPaths(edgesFrom, graph, spend)
}

interface Edge {
  readonly to: number
  readonly ways: number
}

function edgesInside(position: number, loop: ReadonlySet<number>, { follow }: FollowGraph): readonly Edge[] {
  return [...(follow[position] ?? [])].filter(([to]) => loop.has(to)).map(([to, ways]) => ({ to, ways }))
}

/**
 * Whether two different paths lead from a position back to it and read the same text. In the graph of pairs of positions, such a pair of
 * paths is a loop through a pair of equal positions and a pair of different ones.
 */
function hasTwoPaths(edgesFrom: ReadonlyMap<number, readonly Edge[]>, { symbols }: FollowGraph, spend: Spend): boolean {
  const size = symbols.length
  const shareCharacter = createOverlapTest(symbols)

  function nextPairs(pair: number): readonly number[] {
    const [left, right] = [edgesFrom.get(Math.floor(pair / size)) ?? [], edgesFrom.get(pair % size) ?? []]
    spend(left.length * right.length)
    return left.flatMap(({ to: a }) =>
      right.filter(({ to: b }) => shareCharacter(a, b)).map(({ to: b }) => Math.min(a, b) * size + Math.max(a, b)),
    )
  }

  const isEqual = (pair: number): boolean => Math.floor(pair / size) === pair % size
  const starts = [...edgesFrom.keys()].map((position) => position * size + position)
  return stronglyConnected(starts, nextPairs).some((pairs) => pairs.some(isEqual) && !pairs.every(isEqual))
}

/** Returns a cached test of whether two positions can read the same character. */
function createOverlapTest(symbols: FollowGraph['symbols']): (a: number, b: number) => boolean {
  const known = new Map<number, boolean>()
  return (a, b) => {
    const key = a * symbols.length + b
    const [left, right] = [symbols[a], symbols[b]]
    const answer = known.get(key) ?? Boolean(left && right && !left.isDisjointWith(right))
    known.set(key, answer)
    return answer
  }
}
