/** Why a stored value is not taken as it is. */
export type ConfigProblemReason =
  | 'missing'
  | 'wrong-type'
  | 'not-an-option'
  | 'too-short'
  | 'too-long'
  | 'pattern'
  | 'too-small'
  | 'too-large'
  | 'newer-version'

/** What does not fit in a stored configuration. It names fields, never values: those may be personal. */
export interface ConfigProblem {
  /** The key of the field. */
  readonly key: string
  readonly reason: ConfigProblemReason
  /** For people: what does not fit, and what became of it. */
  readonly message: string
}

/** A stored configuration that cannot be used. `createHaiiloHost` reports it as the `cause` of `ERR_CONFIG_INVALID`. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly ConfigProblem[]

  constructor(problems: readonly ConfigProblem[]) {
    super(problems.map(({ message }) => message).join(' '))
    this.problems = problems
  }
}
