/**
 * Defines a custom element, unless it is already defined. If a page loads two copies of the kit, the first one is used.
 *
 * @param name The tag name.
 */
export function define(name: `haiilo-${string}`, constructor: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, constructor)
}
