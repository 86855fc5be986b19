import { kindInAddress, SECRET_FORMS } from './secret-text.js'

/**
 * A text without what looks like a secret: tokens and keys of known forms, private keys, addresses with credentials. For messages and
 * other prose. Each masked character becomes a dot, so that columns stay the same.
 */
export function maskSecrets(text: string): string {
  return MASKED_FORMS.reduce((masked, form) => masked.replaceAll(form, hide), text).replaceAll(WORD, (word) =>
    /[@=]/.test(word) && kindInAddress(word) ? hide(word) : word,
  )
}

/** Dots in place of all but white space and quotes. Each UTF-16 code unit stays one. */
export function hide(text: string): string {
  return text.replaceAll(/[^\s"']/g, '•')
}

const WORD = /[^\s"'<>()]+/g
/** What makes a secret known may be its beginning only. */
const REST = String.raw`[\w.+/=~-]*`
const PRIVATE_KEY = /-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?:[^]*?-----END[A-Z0-9 ]*-{0,5}|[^]*)/g
const MASKED_FORMS = [PRIVATE_KEY, ...SECRET_FORMS.map(([, { source }]) => new RegExp(`(?:${source})${REST}`, 'g'))]
