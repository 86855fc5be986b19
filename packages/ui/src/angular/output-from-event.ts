import type { OutputRef } from '@angular/core'

/**
 * Tells the state of an element each time that the element has changed it by itself. Nothing listens until somebody subscribes.
 *
 * @param type The event by which the element tells. Events of the same name from what it holds are passed over.
 */
export function outputFromEvent<Host extends Element, State>(
  element: Host,
  type: string,
  read: (element: Host) => State,
): OutputRef<State> {
  return {
    subscribe(listener) {
      const tell = ({ target }: Event): void => {
        if (target === element) listener(read(element))
      }
      element.addEventListener(type, tell)
      return { unsubscribe: () => element.removeEventListener(type, tell) }
    },
  }
}
