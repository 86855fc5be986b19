import type { SandboxSetup } from '../contract/setup.js'
import { defaultSetup } from './default-setup.js'

/** The start of a fragment with a set-up. */
export const PREFIX = '#setup='

/** The set-up as the fragment of an address, with `#`. Omits default values. */
export function setupFragment(setup: SandboxSetup): string {
  const defaults = new Map<string, string>(
    Object.entries(defaultSetup).map(([name, value]) => [name, JSON.stringify(value)]),
  )
  const own = Object.entries(setup).filter(([name, value]) => JSON.stringify(value) !== defaults.get(name))
  return PREFIX + encode(JSON.stringify({ version: setup.version, ...Object.fromEntries(own) }))
}

function encode(text: string): string {
  const bytes = new TextEncoder().encode(text)
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
