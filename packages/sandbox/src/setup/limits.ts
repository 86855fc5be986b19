/** Bounds of a set-up. It may come from a link that somebody else made. */
export const LIMITS = {
  /** Characters of a fragment. */
  fragment: 200_000,
  instances: 60,
  users: 20,
  /** Characters of a name, an e-mail address or an id. */
  text: 200,
  /** Characters of one configuration as JSON. */
  config: 20_000,
  /** Milliseconds. */
  latency: 60_000,
  columns: 12,
} as const
