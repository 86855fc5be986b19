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
