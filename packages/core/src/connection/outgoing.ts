import type { HostTransport } from '../transport/transport.js'
import type { WireLog } from './wire-log.js'

/** The two ways in which a message leaves the page. */
export interface Outgoing {
  /** Asks whoever embeds the page for a handshake. The message has source, subject and nonce; a caller cannot add to it. */
  readonly ask: (nonce: string) => void
  /** Sets the origin of the verified host, once; everything that is posted goes there. */
  readonly pin: (origin: string) => void
  /**
   * Posts to the verified host alone.
   *
   * @throws {Error} No origin is pinned yet.
   */
  readonly post: (subject: string, payload: object, nonce: string) => void
}

/** @param source Source id of the plug-in, the issuer of all that it sends. */
export function createOutgoing(source: string, transport: HostTransport | undefined, log: WireLog): Outgoing {
  let pinned: string | undefined

  function send(subject: string, payload: object, nonce: string, targetOrigin: string): void {
    const message = { ...payload, iss: source, sub: subject, jti: nonce }
    transport?.post(message, targetOrigin)
    log.sent(message, subject, nonce, payload)
  }

  return {
    ask: (nonce) => send('init', {}, nonce, '*'),
    pin(origin) {
      pinned ??= origin
    },
    post(subject, payload, nonce) {
      if (!pinned) throw new Error('No host is verified, so nothing can be posted.')
      send(subject, payload, nonce, pinned)
    },
  }
}
