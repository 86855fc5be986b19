import type { OutputRef } from '@angular/core'

/**
 * Creates an output that emits the state of an element each time the element fires an event. It listens only while there is a subscriber.
 *
 * @param type The type of the event. Events of the same type from the content of the element are ignored.
 */
export function outputFromEvent<Host extends Element, State>(
  element: Host,
  type: string,
  read: (element: Host) => State,
): OutputRef<State> {
  return {
    subscribe(listener) {
      const emit = ({ target }: Event): void => {
        if (target === element) listener(read(element))
      }
      element.addEventListener(type, emit)
      return { unsubscribe: () => element.removeEventListener(type, emit) }
    },
  }
}
