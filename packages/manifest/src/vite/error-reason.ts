import { stripVTControlCharacters } from 'node:util'
import { maskSource } from '../rules/secret/mask-source.js'

/** Returns the message of a thrown value, without escape sequences and secrets. Never throws. */
export function errorReason(error: unknown): string {
  try {
    const text = String(error instanceof Error ? error.message : error)
    return maskSource(stripVTControlCharacters(text).slice(0, MAX_CHARACTERS))
  } catch {
    return 'it threw a value that cannot be shown.'
  }
}

/** Messages of foreign errors may quote whole files. */
const MAX_CHARACTERS = 2000
