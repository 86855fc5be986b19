/** @param {readonly number[]} values @returns {number} The middle value. */
export function median(values) {
  return quantile(values, 0.5)
}

/** @param {readonly number[]} values @returns {[number, number]} Between them lies the middle half of the values. */
export function middleHalf(values) {
  return [quantile(values, 0.25), quantile(values, 0.75)]
}

/**
 * Compares two series that were measured in turns, value by value: what slows the machine down for a while slows both.
 *
 * @returns {{ value: number, spread: [number, number] }} Median of `left / right`, and where its middle half lies.
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
