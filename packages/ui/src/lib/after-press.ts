let isPressed = false
const waiting: (() => void)[] = []

// a touch fires pointer events and then emulated mouse events
listen(['pointerdown', 'mousedown'], ({ isTrusted }) => (isPressed = isTrusted))
// a release outside of the window is not reported; the next key press ends the press
listen(['pointerup', 'pointercancel', 'mouseup', 'dragend', 'keydown'], () => setTimeout(end))

/**
 * Calls a function that can change the layout. While a pointer is pressed, the call waits until the click is over: a button that moves
 * between press and release gets no click.
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
  // a server has no window
  for (const type of types) globalThis.window?.addEventListener(type, listener, { capture: true, passive: true })
}
