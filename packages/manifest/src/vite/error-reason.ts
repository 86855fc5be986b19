import { stripVTControlCharacters } from 'node:util'
import { maskSource } from '../rules/secret/mask-source.js'

/** What a foreign error says, fit for a terminal and without secrets. It never throws, whatever was thrown. */
export function errorReason(error: unknown): string {
  try {
    const text = String(error instanceof Error ? error.message : error)
    return maskSource(stripVTControlCharacters(text).slice(0, MAX_CHARACTERS))
  } catch {
    return 'it threw something that cannot be shown.'
  }
}

/** Of the message of a foreign error, which may quote whole files. */
const MAX_CHARACTERS = 2000
