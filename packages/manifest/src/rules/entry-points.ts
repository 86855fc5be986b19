import type { Check } from './rule-check.js'
import { at } from './manifest-view.js'

/** Checks that the ids of entry points are unique. */
export const checkEntryPoints: Check = ({ entryPoints }, report) => {
  const seen = new Map<string, string>()
  for (const entryPoint of entryPoints) {
    const { value, pointer } = at(entryPoint, 'id')
    if (typeof value !== 'string') continue
    // UUIDs are case-insensitive
    const id = value.toLowerCase()
    const other = seen.get(id)
    if (other === undefined) seen.set(id, pointer)
    else report('duplicate-id', pointer, `${other} ${SAME_ID}`)
  }
}

const SAME_ID =
  'has the same id, so the host probably cannot distinguish the two. Create a new id here with `crypto.randomUUID()`.'
