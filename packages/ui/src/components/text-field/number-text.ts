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

/** A value as a native field of that type keeps it. */
export function cleanValue(value: string, type: string): string {
  if (type === 'textarea') return value.replace(/\r\n?/g, '\n')
  // another type may be a field for files, which refuses values
  const known = /^(number|email|url)$/.test(type) ? type : 'text'
  return Object.assign(document.createElement('input'), { type: known, value }).value
}

interface Steps {
  readonly min: number | undefined
  readonly max: number | undefined
  readonly step: number | undefined
}

/**
 * The number that an arrow key leads to, as in a native field.
 *
 * @param base What the steps are counted from without a `min`.
 */
export function stepNumber(
  value: string,
  isUp: boolean,
  { min = -Infinity, max = Infinity, step }: Steps,
  base: string,
): string {
  const number = Number(value)
  if (number < min && (isUp || !value)) return String(min)
  if (number > max && (!isUp || !value)) return String(max)
  const steps = step ? { step, min, max, defaultValue: base } : { defaultValue: value }
  const input = Object.assign(document.createElement('input'), { type: 'number', ...steps, value })
  if (isUp) input.stepUp()
  else input.stepDown()
  return input.valueAsNumber < min || input.valueAsNumber > max ? value : input.value
}
