/** A message before any check. */
export interface IncomingMessage {
  readonly data: unknown
  /** The sender's origin, from the browser. */
  readonly origin: string
  /** Whether the sender is the window that embeds us. */
  readonly fromHost: boolean
}

/** The callbacks of a transport. */
export interface TransportReceiver {
  /** Receives each message, before any check. */
  readonly message: (message: IncomingMessage) => void
  /** The page came back from the back/forward cache. Messages that were on their way are lost. */
  readonly restored: () => void
}

/** A handshake that a script started before the application was loaded, and the messages since then. */
export interface EarlyHandshake {
  readonly nonce: string
  /** When `init` was sent, in milliseconds since 1970. */
  readonly at: number
  readonly messages: readonly IncomingMessage[]
}

/** Carries messages between plug-in and host. Does not read their content. */
export interface HostTransport {
  /** The unverified origin of the host, if the page knows one. Used only to import keys early. */
  readonly hint?: string | undefined
  /**
   * Starts to listen. Returns a function that stops it.
   *
   * @throws {HaiiloError} `ERR_NOT_EMBEDDED` No page embeds this one; `ERR_CONNECTION_CLOSED` The frame was detached.
   */
  readonly listen: (receiver: TransportReceiver) => () => void
  /**
   * Sends a message.
   *
   * @throws {HaiiloError} `ERR_CONNECTION_CLOSED` The frame was detached.
   */
  readonly post: (message: object, targetOrigin: string) => void
  /** Returns the handshake that a script in the page's head started for this source. Returns it only once. */
  readonly takeEarly?: (source: string) => EarlyHandshake | undefined
}
