import { TokenRejectedError } from '../errors.js'
import type { Claims } from '../protocol/subjects.js'

const MAX_DEPTH = 32

/**
 * Freezes decoded claims and removes their prototypes, at every depth. Changes the objects themselves: a copy takes longer. Works without
 * recursion, so that deep nesting cannot exhaust the stack. Drops claims named `__proto__`: a spread of the object would set the prototype of
 * the copy.
 *
 * @throws {TokenRejectedError} `ERR_TOKEN_MALFORMED` The claims are nested deeper than 32 levels.
 */
export function freezeClaims(claims: Record<string, unknown>): Claims {
  const records = [{ record: claims, depth: 1 }]
  for (const { record, depth } of records) {
    if (depth > MAX_DEPTH) throw new TokenRejectedError('ERR_TOKEN_MALFORMED', 'The claims are nested too deeply.')
    for (const name of Object.keys(record)) {
      const value = record[name]
      if (name === '__proto__') delete record['__proto__']
      else if (isObject(value)) records.push({ record: value, depth: depth + 1 })
    }
    if (!Array.isArray(record)) Object.setPrototypeOf(record, null)
    Object.freeze(record)
  }
  return claims
}

/**
 * Returns the claims of a group, with the prefix removed from their names. Only the first dot separates: `cfg.a.b` is the key `a.b` of the
 * configuration.
 */
export function claimGroup(claims: Claims, group: 'ctx' | 'cfg'): Claims {
  // without a prototype before anything is assigned: a setter in `Object.prototype` would get the claims
  const members = Object.setPrototypeOf({}, null) as Record<string, unknown>
  const prefix = `${group}.`
  for (const name of Object.keys(claims)) {
    if (name.startsWith(prefix) && name !== `${group}.__proto__`) members[name.slice(4)] = claims[name] // both prefixes have 4 characters
  }
  return Object.freeze(members)
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
