/** Calls a function when a script sets a property of an element. The browser fires no event for this. */
export function watchProperty<Element extends HTMLElement>(
  element: Element,
  property: keyof Element & string,
  changed: () => void,
): void {
  const native = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), property) as PropertyDescriptor
  Object.defineProperty(element, property, {
    ...native,
    set(value: unknown) {
      native.set?.call(element, value)
      changed()
    },
  })
}
