/**
 * Counts work. The caller decides how much is too much.
 *
 * @throws The error of the caller, to stop the analysis.
 */
export type Spend = (steps: number) => void
