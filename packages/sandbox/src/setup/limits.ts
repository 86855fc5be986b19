/** Limits of a set-up, which may come from a link of somebody else. */
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

/** Ids of widgets: letters, digits, `-` and `_`, because they are part of URLs. */
export const WIDGET_ID: RegExp = /^[\w-]{1,40}$/
