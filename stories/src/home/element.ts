/** Creates an element with attributes and children. Strings become text nodes. An attribute that is `undefined` is omitted. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const created = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined) created.setAttribute(attribute, value)
  }
  created.append(...children)
  return created
}

/** Creates a button. */
export function button(label: string, onClick: () => void, className = 'home-button'): HTMLButtonElement {
  const created = element('button', { type: 'button', class: className }, label)
  created.addEventListener('click', onClick)
  return created
}
