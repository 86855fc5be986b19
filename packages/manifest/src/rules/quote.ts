import { excerpt } from '@haiilo-kit/core/token'
import { secretKind } from './secret/secret-text.js'

const MOST = 60
/** So much of a text is looked at: what is shown of it may be the beginning of a secret. */
const LOOKED_AT = 4000

/** A part of the manifest for a message: cut, without characters that a terminal would obey, and nothing of what looks like a secret. */
export function quote(text: string): string {
  if (secretKind(text.slice(0, LOOKED_AT))) return '"…"'
  return `"${excerpt(text, MOST)}"`
}

/** Some values for a message: `"a", "b" or "c"`. */
export function quoteAll(values: readonly unknown[]): string {
  const [last, ...others] = values
    .map((value) => (typeof value === 'string' ? quote(value) : String(value)))
    .toReversed()
  return others.length === 0 ? (last ?? '') : `${others.toReversed().join(', ')} or ${last ?? ''}`
}
