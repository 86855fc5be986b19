import type { Check } from './check-rules.js'
import { at } from './manifest-view.js'

/** What the entry points must not have in common. */
export const checkEntryPoints: Check = ({ entryPoints }, report) => {
  const seen = new Map<string, string>()
  for (const entryPoint of entryPoints) {
    const { value, pointer } = at(entryPoint, 'id')
    if (typeof value !== 'string') continue
    // UUIDs are the same in capital and small letters
    const id = value.toLowerCase()
    const other = seen.get(id)
    if (other === undefined) seen.set(id, pointer)
    else report('doubled-id', pointer, `${other} ${SAME_ID}`)
  }
}

const SAME_ID =
  'has the same id, so the host probably cannot tell the two apart. Make a new one here with `crypto.randomUUID()`.'
