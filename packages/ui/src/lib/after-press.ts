let isPressed = false
const waiting: (() => void)[] = []

// a touch presses twice: as a pointer, and as the mouse that it stands in for
listen(['pointerdown', 'mousedown'], ({ isTrusted }) => (isPressed = isTrusted))
// a key ends what was released where nobody sees it
listen(['pointerup', 'pointercancel', 'mouseup', 'dragend', 'keydown'], () => setTimeout(end))

/**
 * Does something that may move the page. While a pointer is pressed, that waits until its click is over: a button that moves between the press
 * and the release gets no click.
 */
export function afterPress(run: () => void): void {
  if (isPressed) waiting.push(run)
  else run()
}

function end(): void {
  isPressed = false
  for (const run of waiting.splice(0)) run()
}

function listen(types: readonly string[], listener: (event: Event) => void): void {
  // on a server, nothing is pressed
  for (const type of types) globalThis.window?.addEventListener(type, listener, { capture: true, passive: true })
}
