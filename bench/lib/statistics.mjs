/** @param {readonly number[]} values @returns {number} The median. */
export function median(values) {
  return quantile(values, 0.5)
}

/** @param {readonly number[]} values @returns {[number, number]} The lower and the upper quartile. */
export function middleHalf(values) {
  return [quantile(values, 0.25), quantile(values, 0.75)]
}

/**
 * Compares two series value by value. They must be measured in turns, so that a slow moment of the machine affects both.
 *
 * @returns {{ value: number, spread: [number, number] }} The median and the quartiles of `left / right`.
 */
export function ratio(left, right) {
  const ratios = left.map((value, index) => value / right[index])
  return { value: median(ratios), spread: middleHalf(ratios) }
}

function quantile(values, share) {
  const sorted = [...values].sort((left, right) => left - right)
  const position = (sorted.length - 1) * share
  const below = sorted[Math.floor(position)]
  return below + (sorted[Math.ceil(position)] - below) * (position % 1)
}
