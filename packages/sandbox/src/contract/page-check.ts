/**
 * Whether a page of the plug-in can be shown in a frame. The server asks, because a page may not read answers of another origin.
 *
 * - `ok`: it answers with a page that may be framed.
 * - `unreachable`: nothing answers at this address.
 * - `status`: it answers with an HTTP status other than 2xx.
 * - `redirect`: it redirects, and the parameter `src` is lost on the way.
 * - `refuses-frames`: `X-Frame-Options` or `frame-ancestors` forbids the frame.
 * - `not-html`: it answers with something that is no page.
 */
export type PageCheckKind = 'ok' | 'unreachable' | 'status' | 'redirect' | 'refuses-frames' | 'not-html'

export interface PageCheck {
  readonly kind: PageCheckKind
  /** The address that was checked. */
  readonly url: string
  /** What is wrong and what to change, for people. Empty if it is `ok`. */
  readonly message: string
}
