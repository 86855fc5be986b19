/** Why a stored value is not used, or needs attention. */
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

/** A problem in a stored configuration. Names fields but never values, because values may be personal data. */
export interface ConfigProblem {
  /** The key of the field. */
  readonly key: string
  readonly reason: ConfigProblemReason
  /** For people: the problem, and what is used instead of the value. */
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
