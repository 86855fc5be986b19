type Owned = HTMLElement & { readonly form?: unknown; readonly type?: unknown; readonly href?: unknown }

/** Types of single-line fields. In a form with two of them, Enter needs a submit button. */
const LINE = /^(te(l|xt)|search|url|email|password|number|date.*|month|week|time)$/

/**
 * Makes the browser count a field of the kit as a native field when Enter is pressed in another native field. Adds a hidden native field for
 * one task.
 */
export function countAsNativeField(field: Owned, { key, target }: KeyboardEvent): void {
  if (key !== 'Enter' || !LINE.test(String(field.type)) || (target as Element).localName !== 'input') return
  const input = Object.assign(document.createElement('input'), { hidden: true })
  field.after(input)
  setTimeout(() => input.remove())
}

/**
 * Submits the form as Enter does in a native field: with the first submit button, or without a button if this is the only single-line field.
 */
export function submitByEnter(field: Owned, form: HTMLFormElement | null): void {
  if (!form) return
  const all = [...(form.getRootNode() as ParentNode).querySelectorAll<Owned>('*')]
  // `elements` of a form does not contain image buttons
  const owned = all.filter((each) => each.form === form && !each.href)
  const button = owned.find(({ type }) => type === 'submit' || type === 'image')
  const lines = owned.filter(({ type }) => LINE.test(String(type)))
  if (button) button.click()
  else if (lines.length === 1 && lines[0] === field) form.requestSubmit()
}
