import { cleanValue } from './clean-value.js'

/**
 * Converts a number that a person typed to the format of HTML.
 *
 * @param text The typed text. Decimals follow a point or a comma.
 * @param sign The decimal sign of the person's language.
 * @returns An empty string if it is not a number or is ambiguous: "1,234" in English, "1.234" in German.
 */
export function parseNumber(text: string, sign: string): string {
  const trimmed = text.trim()
  const groups = sign === ',' ? /^[+-]?[1-9]\d{0,2}\.\d{3}$/ : /^[+-]?[1-9]\d{0,2},\d{3}$/
  return groups.test(trimmed) ? '' : cleanValue(trimmed.replace(/[.,]$|^\+/g, '').replace(',', '.'), 'number')
}

/** The decimal sign of a language. */
export function decimalSign(language: string | undefined): string {
  return (1.1).toLocaleString(language).includes(',') ? ',' : '.'
}

/** Whether JavaScript can represent a number exactly as trimmed. 9007199254740993 would become another number. */
export function isExact(value: string): boolean {
  return digitsOf(value) === digitsOf(String(Number(value)))
}

function digitsOf(value: string): string {
  return value.replace(/e.*|[-.]/gi, '').replace(/^0+|0+$/g, '')
}
