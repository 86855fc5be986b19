let isPressed = false
const waiting: (() => void)[] = []

// a touch fires pointer events and then emulated mouse events
listen(['pointerdown', 'mousedown'], ({ isTrusted }) => (isPressed = isTrusted))
// a release outside of the window is not reported; the next key press ends the press
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
