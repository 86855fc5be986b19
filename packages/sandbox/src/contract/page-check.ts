/**
 * Whether a page of the plug-in can be shown in a frame. The server checks it, because a page cannot read responses of another origin.
 *
 * - `ok`: the server sends a page that allows frames.
 * - `certificate`: Node does not trust the certificate of the server. The page is shown, because the browser may trust it.
 * - `unreachable`: no server answers.
 * - `status`: the server sends an HTTP status other than 2xx.
 * - `redirect`: the page redirects, and the redirect drops the parameter `src`.
 * - `refuses-frames`: `X-Frame-Options` or `frame-ancestors` forbids the frame.
 * - `not-html`: the response is not HTML.
 */
export type PageCheckKind = 'ok' | 'certificate' | 'unreachable' | 'status' | 'redirect' | 'refuses-frames' | 'not-html'

/** Whether a page can be shown in a frame. */
export interface PageCheck {
  readonly kind: PageCheckKind
  /** The address that was checked. */
  readonly url: string
  /** What is wrong and what to change, as text for people. Empty if `kind` is `ok`. */
  readonly message: string
}

/** Whether the browser should load the page. */
export function mayBeShown({ kind }: PageCheck): boolean {
  return kind === 'ok' || kind === 'certificate'
}
