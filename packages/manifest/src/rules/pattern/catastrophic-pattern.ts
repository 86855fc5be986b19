import type { Assertion, Concatenation, Expression } from 'refa'
import { followGraph, type FollowGraph } from './follow-graph.js'
import { stronglyConnected } from './strongly-connected.js'
import type { WorkLimit } from './work-limit.js'

/**
 * Whether matching takes exponential time on some texts: whether there is a loop in which one text can be read in two ways, so that each
 * round doubles them (exponential ambiguity: Weber & Seidl, 1991; Allauzen, Mohri & Rastogi, 2008). Polynomial time is not found.
 *
 * @throws {WorkLimitError} The expression is too complex to be judged.
 */
export function isCatastrophic({ alternatives }: Expression, limit: WorkLimit): boolean {
  const lookarounds = new Set<Assertion>()
  const open: (readonly Concatenation[])[] = [alternatives]
  const seen = new Set<Assertion>()
  for (const expression of open) {
    if (isAmbiguous(followGraph(expression, lookarounds, limit), limit)) return true
    for (const lookaround of lookarounds) {
      if (seen.has(lookaround)) continue
      seen.add(lookaround)
      open.push(lookaround.alternatives)
    }
  }
  return false
}

function isAmbiguous(graph: FollowGraph, limit: WorkLimit): boolean {
  const loops = stronglyConnected(graph.follow.keys(), (position) => graph.follow[position]?.keys() ?? [])
  return loops.some((loop) => isAmbiguousLoop(new Set(loop), graph, limit))
}

function isAmbiguousLoop(loop: ReadonlySet<number>, graph: FollowGraph, limit: WorkLimit): boolean {
  const inside = new Map([...loop].map((position) => [position, edgesInside(position, loop, graph)]))
  limit.spend(loop.size)
  for (const edges of inside.values()) {
    limit.spend(edges.length)
    if (edges.some(({ ways }) => ways > 1)) return true
  }
  return hasTwoPaths(inside, graph, limit)
}

interface Edge {
  readonly to: number
  readonly ways: number
}

function edgesInside(position: number, loop: ReadonlySet<number>, { follow }: FollowGraph): readonly Edge[] {
  return [...(follow[position] ?? [])].filter(([to]) => loop.has(to)).map(([to, ways]) => ({ to, ways }))
}

/** Whether two different paths lead from a position back to it, and read the same text: then pairs of positions part and meet again. */
function hasTwoPaths(
  inside: ReadonlyMap<number, readonly Edge[]>,
  { symbols }: FollowGraph,
  limit: WorkLimit,
): boolean {
  const size = symbols.length
  const isShared = sharedCharacters(symbols)

  function nextPairs(pair: number): readonly number[] {
    const [left, right] = [inside.get(Math.floor(pair / size)) ?? [], inside.get(pair % size) ?? []]
    limit.spend(left.length * right.length)
    return left.flatMap(({ to: a }) =>
      right.filter(({ to: b }) => isShared(a, b)).map(({ to: b }) => Math.min(a, b) * size + Math.max(a, b)),
    )
  }

  const isSame = (pair: number): boolean => Math.floor(pair / size) === pair % size
  const starts = [...inside.keys()].map((position) => position * size + position)
  return stronglyConnected(starts, nextPairs).some((pairs) => pairs.some(isSame) && !pairs.every(isSame))
}

/** Tells whether two positions can read the same character, and remembers it. */
function sharedCharacters(symbols: FollowGraph['symbols']): (a: number, b: number) => boolean {
  const known = new Map<number, boolean>()
  return (a, b) => {
    const key = a * symbols.length + b
    const [left, right] = [symbols[a], symbols[b]]
    const answer = known.get(key) ?? Boolean(left && right && !left.isDisjointWith(right))
    known.set(key, answer)
    return answer
  }
}
