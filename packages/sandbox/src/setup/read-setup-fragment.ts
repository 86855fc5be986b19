import { LIMITS } from './limits.js'
import { parseSetup, type ParsedSetup } from './parse-setup.js'
import { PREFIX } from './setup-fragment.js'

/**
 * Reads the fragment of an address.
 *
 * @param fragment With or without `#`. Any string is allowed.
 * @returns `undefined` if the fragment is not a set-up.
 */
export function readSetupFragment(fragment: string): ParsedSetup | undefined {
  const text = fragment.startsWith('#') ? fragment : `#${fragment}`
  if (!text.startsWith(PREFIX)) return undefined
  return parseSetup(text.length > LIMITS.fragment ? undefined : decode(text.slice(PREFIX.length)))
}

function decode(text: string): unknown {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(binary, (character) => character.charCodeAt(0))))
  } catch {
    return undefined // the link is incomplete or was changed
  }
}
