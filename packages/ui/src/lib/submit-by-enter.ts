import { submitForm } from './submit-form.js'

type Owned = HTMLElement & { readonly form?: unknown; readonly type?: unknown; readonly href?: unknown }

/** What is written in one line. Where a form has two of them, Enter submits by a button only. */
const LINE = /^(te(l|xt)|search|url|email|password|number|date.*|month|week|time)$/

/** Lets Enter in a native field count a field of ours: for the moment, with a hidden native one beside it. */
export function countByEnter(field: Owned, { key, target }: KeyboardEvent): void {
  if (key !== 'Enter' || !LINE.test(String(field.type)) || (target as Element).localName !== 'input') return
  const input = Object.assign(document.createElement('input'), { hidden: true })
  field.after(input)
  setTimeout(() => input.remove())
}

/** Submits the form of a field as Enter does: by the first submit button, or without one if the field is the only one to write in. */
export function submitByEnter(field: Owned, form: HTMLFormElement | null): void {
  if (!form) return
  const all = [...(form.getRootNode() as ParentNode).querySelectorAll<Owned>('*')]
  // `elements` of a form lacks buttons with an image
  const owned = all.filter((each) => each.form === form && !each.href)
  const button = owned.find(({ type }) => type === 'submit' || type === 'image')
  const lines = owned.filter(({ type }) => LINE.test(String(type)))
  if (button) button.click()
  else if (lines.length === 1 && lines[0] === field) submitForm(form)
}
