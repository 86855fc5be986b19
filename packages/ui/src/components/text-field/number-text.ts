import { cleanValue } from './clean-value.js'

/**
 * A number as HTML writes it, from what a person wrote.
 *
 * @param text Decimals follow a point or a comma.
 * @param sign The decimal sign of the person's language.
 * @returns An empty text if it is no number, or may be another one: "1,234" in English, "1.234" in German.
 */
export function readNumber(text: string, sign: string): string {
  const written = text.trim()
  const groups = sign === ',' ? /^[+-]?[1-9]\d{0,2}\.\d{3}$/ : /^[+-]?[1-9]\d{0,2},\d{3}$/
  return groups.test(written) ? '' : cleanValue(written.replace(/[.,]$|^\+/g, '').replace(',', '.'), 'number')
}

/** The decimal sign of a language. */
export function decimalSign(language: string | undefined): string {
  return (1.1).toLocaleString(language).includes(',') ? ',' : '.'
}

/** Whether a number can be calculated with as it is written. 9007199254740993 cannot: it would become another number. */
export function isExact(value: string): boolean {
  return digitsOf(value) === digitsOf(String(Number(value)))
}

function digitsOf(value: string): string {
  return value.replace(/e.*|[-.]/gi, '').replace(/^0+|0+$/g, '')
}
