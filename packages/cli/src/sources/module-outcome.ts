/** What a manifest module led to, as its process tells it. */
export type ModuleOutcome =
  /** It exports something that can be written as JSON; cut if it is far too long. */
  | { readonly kind: 'json'; readonly text: string }
  /** It exports an object that cannot be written as JSON. */
  | { readonly kind: 'not-json' }
  /** It exports nothing under the names of a manifest, or nothing that could be one. */
  | { readonly kind: 'no-manifest' }
  /** It waits for a promise that nothing can settle any more. */
  | { readonly kind: 'unsettled' }
  /** It threw something. The reason is there if that was an error. */
  | { readonly kind: 'failed'; readonly reason?: string }

/** Tells an outcome from messages that the module sends itself. */
export function isModuleOutcome(message: unknown): message is ModuleOutcome {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return false
  const { kind } = message
  if (kind === 'json') return 'text' in message && typeof message.text === 'string'
  if (kind === 'failed') return !('reason' in message) || typeof message.reason === 'string'
  return kind === 'not-json' || kind === 'no-manifest' || kind === 'unsettled'
}
