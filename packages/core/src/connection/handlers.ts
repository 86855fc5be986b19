import { callEach } from '../lib/call-user-code.js'
import { deferred } from '../lib/deferred.js'
import type { VerifiedMessage } from './haiilo-host.js'

type Handler = (message: VerifiedMessage<never>) => void

/** The application's handlers for notifications, by subject. */
export interface Handlers {
  readonly add: (subject: string, handler: Handler) => () => void
  readonly has: (subject: string) => boolean
  /** Resolves when the first handler for the subject is added. */
  readonly firstAdded: (subject: string) => Promise<unknown>
  readonly call: (message: VerifiedMessage) => void
}

export function createHandlers(): Handlers {
  const bySubject = new Map<string, Set<Handler>>()
  const firsts = new Map<string, PromiseWithResolvers<unknown>>()

  function first(subject: string): PromiseWithResolvers<unknown> {
    const known = firsts.get(subject) ?? deferred<unknown>()
    firsts.set(subject, known)
    return known
  }

  return {
    add(subject, handler) {
      // wrapped in a new function, so that the same handler can be added twice
      const call: Handler = (message) => handler(message)
      const handlers = bySubject.get(subject) ?? new Set()
      bySubject.set(subject, handlers.add(call))
      first(subject).resolve(undefined)
      return () => {
        handlers.delete(call)
        if (!handlers.size && bySubject.get(subject) === handlers) bySubject.delete(subject)
      }
    },
    has: (subject) => bySubject.has(subject),
    firstAdded: (subject) => first(subject).promise,
    call(message) {
      callEach(bySubject.get(message.subject), (handler) => handler(message as VerifiedMessage<never>))
    },
  }
}
