/**
 * Moves the focus to the first element with `autofocus`, otherwise to the first focusable element in the content of a dialog. Skips the
 * actions: the page would scroll to them, past the unread text.
 *
 * @returns Whether an element has the focus now.
 */
export function focusContent(dialog: Element): boolean {
  const withAutofocus = dialog.querySelectorAll<HTMLElement>('[autofocus]')
  const all = dialog.querySelectorAll<HTMLElement>(':scope > :not([slot]), :scope > :not([slot]) *')
  return [...withAutofocus, ...all].some((element) => {
    // only the browser knows which elements are focusable
    element.focus()
    return element.matches(':focus-within')
  })
}

/** The focused element, in the innermost shadow root. */
export function focusedElement(page: Document): Element | null {
  let focused = page.activeElement
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement
  return focused
}
