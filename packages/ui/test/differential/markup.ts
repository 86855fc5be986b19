import { isToggle, isTextKind, OPTIONS, type Attributes, type Kind, type Side } from './kinds.js'

/** Returns the markup of the control of one side. Its id and its name are `field`. */
export function markupOf(side: Side, kind: Kind, initialAttributes: Attributes = {}, content = ''): string {
  const { value, ...rest } = initialAttributes
  const attributes = { id: 'field', name: 'field', ...rest }
  if (kind === 'dialog') return dialog(side, rest, content)
  if (kind === 'submit' || kind === 'reset') {
    const tag = side === 'native' ? 'button' : 'haiilo-button'
    return element(tag, { ...attributes, type: kind, ...initial(value) }, content || 'Go')
  }
  if (isToggle(kind)) return toggle(side, kind, { ...attributes, ...(value !== undefined && { checked: '' }) })
  if (isTextKind(kind)) return textField(side, kind, attributes, value)
  return kind === 'select' ? select(side, attributes, value) : radio(side, attributes, value)
}

/** Turns markup into nodes that are not yet part of the page. */
export function parse(markup: string, page: Document): DocumentFragment {
  const { body } = new DOMParser().parseFromString(markup, 'text/html')
  const fragment = page.createDocumentFragment()
  fragment.append(...body.childNodes)
  return fragment
}

function dialog(side: Side, attributes: Attributes, content: string): string {
  if (side === 'ours') return element('haiilo-dialog', { id: 'field', heading: 'Order', ...attributes }, content)
  return element(
    'dialog',
    { id: 'field', 'aria-labelledby': 'heading', ...attributes },
    `<h2 id="heading">Order</h2>${content}`,
  )
}

function toggle(side: Side, kind: Kind, attributes: Attributes): string {
  if (side === 'ours') return element(`haiilo-${kind}`, attributes)
  return `<input${serialise({ type: 'checkbox', ...(kind === 'switch' && { role: 'switch' }), ...attributes })}>`
}

function textField(side: Side, kind: Kind, attributes: Attributes, value: string | undefined): string {
  if (side === 'ours') return element('haiilo-text-field', { type: kind, ...attributes, ...initial(value) })
  if (kind === 'textarea') return element('textarea', attributes, escape(value ?? ''))
  return `<input${serialise({ type: kind, ...attributes, ...initial(value) })}>`
}

function select(side: Side, attributes: Attributes, chosen: string | undefined): string {
  const options = OPTIONS.map(([value, label]) =>
    element('option', { value, ...(side === 'native' && value === chosen && { selected: '' }) }, label),
  ).join('')
  if (side === 'native') return element('select', attributes, options)
  return element('haiilo-select', { ...attributes, ...initial(chosen) }, options)
}

/** Gives each native radio button the attributes of the group, except its name and description. */
function radio(side: Side, attributes: Attributes, chosen: string | undefined): string {
  const options = OPTIONS.filter(([value]) => value !== '')
  if (side === 'ours') {
    const content = options.map(([value, label]) => element('option', { value }, label)).join('')
    return element('haiilo-radio-group', { ...attributes, ...initial(chosen) }, content)
  }
  const isOfGroup = (name: string): boolean => name === 'id' || name.startsWith('aria-')
  const pick = (wanted: boolean): Attributes =>
    Object.fromEntries(Object.entries(attributes).filter(([name]) => isOfGroup(name) === wanted))
  const radios = options.map(
    ([value, label]) =>
      `<label><input${serialise({ type: 'radio', value, ...pick(false), ...(value === chosen && { checked: '' }) })}>${label}</label>`,
  )
  return element('fieldset', { role: 'radiogroup', 'aria-labelledby': 'label', ...pick(true) }, radios.join(''))
}

function initial(value: string | undefined): Attributes {
  return value === undefined ? {} : { value }
}

function element(tag: string, attributes: Attributes, content = ''): string {
  return `<${tag}${serialise(attributes)}>${content}</${tag}>`
}

function serialise(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escape(value)}"`)
    .join('')
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
