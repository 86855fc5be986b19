import type { HostTransport } from '../transport/transport.js'
import type { WireLog } from './wire-log.js'

/** The only two ways to send a message from the page. */
export interface Outgoing {
  /** Sends `init` to any embedding page. The message has source, subject and nonce; a caller cannot add anything to it. */
  readonly sendInit: (nonce: string) => void
  /** Sets the origin of the verified host, once. Everything that is posted goes there. */
  readonly pinOrigin: (origin: string) => void
  /**
   * Posts to the verified host only.
   *
   * @throws {Error} No origin is pinned yet.
   */
  readonly post: (subject: string, payload: object, nonce: string) => void
}

/** @param source Source id of the plug-in, the issuer of every message that it sends. */
export function createOutgoing(source: string, transport: HostTransport | undefined, log: WireLog): Outgoing {
  let pinned: string | undefined

  function send(subject: string, payload: object, nonce: string, targetOrigin: string): void {
    const message = { ...payload, iss: source, sub: subject, jti: nonce }
    transport?.post(message, targetOrigin)
    log.sent(message, subject, nonce, payload)
  }

  return {
    // the host's origin is not known yet; the message contains nothing secret
    sendInit: (nonce) => send('init', {}, nonce, '*'),
    pinOrigin(origin) {
      pinned ??= origin
    },
    post(subject, payload, nonce) {
      if (!pinned) throw new Error('No host is verified.')
      send(subject, payload, nonce, pinned)
    },
  }
}
