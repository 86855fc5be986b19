/**
 * Counts work. The caller decides how much is too much.
 *
 * @throws Whatever the caller throws to stop the analysis.
 */
export type Spend = (steps: number) => void
