import { TokenRejectedError } from '../errors.js'
import type { Claims } from '../protocol/subjects.js'

const MAX_DEPTH = 32

/**
 * Copies claims into frozen objects without a prototype, at every depth. Works without recursion, so that deep nesting cannot exhaust the
 * stack. Drops claims named `__proto__`: a spread of the object would set the prototype of the copy.
 *
 * @throws {TokenRejectedError} `ERR_TOKEN_MALFORMED` The claims are nested deeper than 32 levels.
 */
export function freezeClaims(claims: object): Claims {
  const root = emptyRecord()
  const copies: { from: object; to: object; depth: number }[] = [{ from: claims, to: root, depth: 1 }]
  for (const { from, to, depth } of copies) {
    if (depth > MAX_DEPTH) throw new TokenRejectedError('ERR_TOKEN_MALFORMED', 'The claims are nested too deeply.')
    for (const name of Object.keys(from)) {
      if (name === '__proto__') continue
      const value = (from as Record<string, unknown>)[name]
      let copy = value
      if (isObject(value)) {
        copy = Array.isArray(value) ? [] : emptyRecord()
        copies.push({ from: value, to: copy as object, depth: depth + 1 })
      }
      ;(to as Record<string, unknown>)[name] = copy
    }
    Object.freeze(to)
  }
  return root
}

/**
 * Returns the claims of a group, with the prefix removed from their names. Only the first dot separates: `cfg.a.b` is the key `a.b` of the
 * configuration.
 */
export function claimGroup(claims: Claims, group: 'ctx' | 'cfg'): Claims {
  const members = emptyRecord()
  const prefix = `${group}.`
  for (const name of Object.keys(claims)) {
    if (name.startsWith(prefix) && name !== `${group}.__proto__`) members[name.slice(4)] = claims[name] // both prefixes have 4 characters
  }
  return Object.freeze(members)
}

function emptyRecord(): Record<string, unknown> {
  return Object.create(null) as Record<string, unknown>
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** Whether two JSON values are equal. The order of object members does not matter. */
export function isEqualJson(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true
  if (!isObject(left) || !isObject(right) || Array.isArray(left) !== Array.isArray(right)) return false
  const names = Object.keys(left)
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => name in right && isEqualJson(left[name], right[name]))
  )
}
