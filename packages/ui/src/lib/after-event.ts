/**
 * Calls a function after the listeners of the page have received an event, when the browser would run its default action. If a listener
 * stops the event, the function is called in the next task.
 */
export function afterEvent(event: Event, run: () => void): void {
  const end = (received?: Event): void => {
    if (received && received !== event) return
    removeEventListener(event.type, end)
    clearTimeout(timer)
    run()
  }
  const timer = setTimeout(end)
  addEventListener(event.type, end)
}
