/**
 * Moves the focus to the first element with `autofocus`, or else to the first focusable element in the content of a dialog. The
 * actions do not count: the text before them would scroll away unread.
 *
 * @returns Whether an element took the focus.
 */
export function focusContent(dialog: Element): boolean {
  const wanted = dialog.querySelectorAll<HTMLElement>('[autofocus]')
  const all = dialog.querySelectorAll<HTMLElement>(':scope > :not([slot]), :scope > :not([slot]) *')
  return [...wanted, ...all].some((element) => {
    // only the browser knows which elements are focusable
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
