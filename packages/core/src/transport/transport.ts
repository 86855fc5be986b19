/** A message as it reached the page, before anything about it was checked. */
export interface IncomingMessage {
  readonly data: unknown
  /** The sender's origin as the browser tells it. */
  readonly origin: string
  /** Whether the sender is the window that embeds us. */
  readonly fromHost: boolean
}

/** What a transport tells the connection. */
export interface TransportReceiver {
  readonly message: (message: IncomingMessage) => void
  /** The page came back from the back/forward cache: what was under way is lost. */
  readonly restored: () => void
}

/** A handshake that was asked for before the application was there, with what came since. */
export interface EarlyHandshake {
  readonly nonce: string
  /** When the question was sent: milliseconds since 1970. */
  readonly at: number
  readonly messages: readonly IncomingMessage[]
}

/** Carries messages between plug-in and host, and knows nothing of what they mean. */
export interface HostTransport {
  /** Origin of the host as far as the page can tell unverified. Only ever a hint to prepare the right key. */
  readonly hint?: string | undefined
  /**
   * Starts to listen, and gives back the function that stops it.
   *
   * @throws {HaiiloError} `ERR_NOT_EMBEDDED` there is no host to talk to; `ERR_CONNECTION_CLOSED` the frame was taken out of its page.
   */
  readonly listen: (receiver: TransportReceiver) => () => void
  /**
   * Sends a message.
   *
   * @throws {HaiiloError} `ERR_CONNECTION_CLOSED` the frame was taken out of its page.
   */
  readonly post: (message: object, targetOrigin: string) => void
  /** The handshake that a snippet in the page's head began for this source; given out once. */
  readonly takeEarly?: (source: string) => EarlyHandshake | undefined
}
