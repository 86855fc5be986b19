/**
 * Moves the focus to the first thing in the content of a dialogue that takes it: what says `autofocus`, or else the first of all. The
 * actions at its end are passed over: what comes before them would scroll away, unread.
 *
 * @returns Whether anything took it.
 */
export function focusContent(dialog: Element): boolean {
  const wanted = dialog.querySelectorAll<HTMLElement>('[autofocus]')
  const all = dialog.querySelectorAll<HTMLElement>(':scope > :not([slot]), :scope > :not([slot]) *')
  return [...wanted, ...all].some((element) => {
    // only the browser knows what can be focused: it is asked
    element.focus()
    return element.matches(':focus-within')
  })
}

/** What has the focus, in the innermost shadow root. */
export function focusedElement(page: Document): Element | null {
  let focused = page.activeElement
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement
  return focused
}
