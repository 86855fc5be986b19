/** A key and its action. */
export interface Shortcut {
  readonly key: string
  readonly label: string
  readonly run: () => void
}

/**
 * Runs shortcuts, except while somebody types or a dialog is open.
 *
 * @returns A function that stops it.
 */
export function listenToShortcuts(
  page: Document,
  shortcuts: readonly Shortcut[],
  isOn: (key: string) => boolean,
): () => void {
  const listening = new AbortController()
  page.addEventListener(
    'keydown',
    (event) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      if (!isOn(event.key) || isBusy(event)) return
      const shortcut = shortcuts.find(({ key }) => key === event.key)
      if (!shortcut) return
      event.preventDefault()
      shortcut.run()
    },
    { signal: listening.signal },
  )
  return () => listening.abort()
}

/** Whether the focused element handles the key itself: a field, a list with type-ahead, or a dialog. */
function isBusy(event: KeyboardEvent): boolean {
  return event
    .composedPath()
    .some(
      (target) =>
        target instanceof Element &&
        target.matches(
          'input:not([type=checkbox]), textarea, select, dialog, [contenteditable], [role=combobox], [role=listbox]',
        ),
    )
}
