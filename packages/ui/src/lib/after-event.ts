/**
 * Does something once the listeners of the page have heard an event, as the browser does. Where one of them stops the event, that is in the
 * next task.
 */
export function afterEvent(event: Event, run: () => void): void {
  const end = (heard?: Event): void => {
    if (heard && heard !== event) return
    removeEventListener(event.type, end)
    clearTimeout(timer)
    run()
  }
  const timer = setTimeout(end)
  addEventListener(event.type, end)
}
