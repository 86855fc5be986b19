/**
 * Makes an element known to the page, once: where two copies of the kit meet in a page, the first one stays.
 *
 * @param name The name of the tag.
 */
export function define(name: `haiilo-${string}`, constructor: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, constructor)
}
