/** What a manifest module led to, as its process tells it. */
export type ModuleOutcome =
  /** It exports something that can be written as JSON; cut if it is far too long. */
  | { readonly kind: 'json'; readonly text: string }
  /** It exports an object that cannot be written as JSON. */
  | { readonly kind: 'not-json' }
  /** It exports nothing that could be a manifest. */
  | { readonly kind: 'no-manifest' }
  /** It waits for a promise that nothing can settle any more. */
  | { readonly kind: 'unsettled' }
  /** It could not be loaded, or threw something. */
  | { readonly kind: 'failed'; readonly reason: string }

/** The process asks Vite for the code of a module. */
export interface ModuleRequest {
  readonly kind: 'request'
  readonly id: number
  /** As the module runner of Vite makes it. */
  readonly payload: unknown
}

/** Tells messages of the process from those that the module sends itself. */
export function isModuleMessage(message: unknown): message is ModuleOutcome | ModuleRequest {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return false
  const { kind } = message
  if (kind === 'request') return 'payload' in message && 'id' in message && typeof message.id === 'number'
  if (kind === 'json') return 'text' in message && typeof message.text === 'string'
  if (kind === 'failed') return 'reason' in message && typeof message.reason === 'string'
  return kind === 'not-json' || kind === 'no-manifest' || kind === 'unsettled'
}
