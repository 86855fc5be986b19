import type { SandboxSetup } from '../contract/setup.js'
import { defaultSetup } from './default-setup.js'
import { LIMITS } from './limits.js'
import { parseSetup, type ParsedSetup } from './parse-setup.js'

const PREFIX = '#setup='

/** The set-up as the fragment of an address, with `#`. Omits default values. */
export function setupFragment(setup: SandboxSetup): string {
  const defaults = new Map<string, string>(
    Object.entries(defaultSetup).map(([name, value]) => [name, JSON.stringify(value)]),
  )
  const own = Object.entries(setup).filter(([name, value]) => JSON.stringify(value) !== defaults.get(name))
  return PREFIX + encode(JSON.stringify({ version: setup.version, ...Object.fromEntries(own) }))
}

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

function encode(text: string): string {
  const bytes = new TextEncoder().encode(text)
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function decode(text: string): unknown {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(binary, (character) => character.charCodeAt(0))))
  } catch {
    return undefined // the link is incomplete or was changed
  }
}
