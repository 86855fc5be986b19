/** How the program ends. The higher one is the worse one. */
export const exitCodes = {
  /** All is well. */
  fine: 0,
  /** There are errors in a manifest. */
  errors: 1,
  /** The program was called wrongly, or something could not be read or written. */
  failure: 2,
} as const

/** One of {@link exitCodes}. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
