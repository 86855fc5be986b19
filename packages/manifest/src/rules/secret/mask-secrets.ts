import { secretKindInAddress, SECRET_FORMATS } from './secret-text.js'

/**
 * Masks what looks like a secret in prose, such as an error message: tokens and keys of known formats, private keys, addresses with
 * credentials. Use `maskSource` for the text of a manifest or a program.
 *
 * @returns The text with a dot in place of each masked character, so that columns stay the same.
 */
export function maskSecrets(text: string): string {
  return MASKED_FORMATS.reduce((masked, format) => masked.replaceAll(format, hide), text).replaceAll(WORD, (word) =>
    /[@=]/.test(word) && secretKindInAddress(word) ? hide(word) : word,
  )
}

/** Replaces each UTF-16 code unit with a dot, except white space and quotes. */
export function hide(text: string): string {
  return text.replaceAll(/[^\s"']+/g, (run) => '•'.repeat(run.length))
}

const WORD = /[^\s"'<>()]+/g
/** A format may match only the start of a secret. */
const REST = String.raw`[\w.+/=~-]*`
const PRIVATE_KEY = /-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?:[^]*?-----END[A-Z0-9 ]*-{0,5}|[^]*)/g
const MASKED_FORMATS = [PRIVATE_KEY, ...SECRET_FORMATS.map(([, { source }]) => new RegExp(`(?:${source})${REST}`, 'g'))]
