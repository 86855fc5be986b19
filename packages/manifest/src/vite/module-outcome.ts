/** The outcome of a manifest module, sent by its process. */
export type ModuleOutcome =
  /** The export as JSON. Cut after 2,000,000 characters, so that the reader still sees that it is too long. */
  | { readonly kind: 'json'; readonly text: string }
  /** The export cannot be converted to JSON. */
  | { readonly kind: 'not-json' }
  /** There is no export that could be a manifest. */
  | { readonly kind: 'no-manifest' }
  /** The module waits for a promise that nothing can settle. */
  | { readonly kind: 'unsettled' }
  /** The module could not be loaded, or threw an error. */
  | { readonly kind: 'failed'; readonly reason: string }

/** A request of the process for the code of a module. */
export interface ModuleRequest {
  readonly kind: 'request'
  readonly id: number
  /** Created by Vite's module runner. */
  readonly payload: unknown
}

/** Whether a message has one of these types. The code of the module can send messages of its own to the same process. */
export function isModuleMessage(message: unknown): message is ModuleOutcome | ModuleRequest {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return false
  const { kind } = message
  if (kind === 'request') return 'payload' in message && 'id' in message && typeof message.id === 'number'
  if (kind === 'json') return 'text' in message && typeof message.text === 'string'
  if (kind === 'failed') return 'reason' in message && typeof message.reason === 'string'
  return kind === 'not-json' || kind === 'no-manifest' || kind === 'unsettled'
}
