import { excerpt } from '@haiilo-kit/core/token'
import { secretKind } from './secret/secret-text.js'

const MAX_LENGTH = 60
/** More than `MAX_LENGTH`: the quoted part may be the start of a longer secret. */
const SCANNED_LENGTH = 4000

/** Quotes a part of the manifest for a message: shortened, without control characters, and as `"…"` if it looks like a secret. */
export function quote(text: string): string {
  if (secretKind(text.slice(0, SCANNED_LENGTH))) return '"…"'
  return `"${excerpt(text, MAX_LENGTH)}"`
}

/** Lists values for a message: `"a", "b" or "c"`. */
export function quoteAll(values: readonly unknown[]): string {
  const [last, ...others] = values
    .map((value) => (typeof value === 'string' ? quote(value) : String(value)))
    .toReversed()
  return others.length === 0 ? (last ?? '') : `${others.toReversed().join(', ')} or ${last ?? ''}`
}
