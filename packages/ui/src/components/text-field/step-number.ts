interface Limits {
  readonly min: number | undefined
  readonly max: number | undefined
  readonly step: number | undefined
}

/**
 * Returns the number after an arrow key, as in a native field.
 *
 * @param base The base of the steps if there is no `min`.
 */
export function stepNumber(
  value: string,
  isUp: boolean,
  { min = -Infinity, max = Infinity, step }: Limits,
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
