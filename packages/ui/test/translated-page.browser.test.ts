import { translatePage, untranslated } from '@haiilo-kit/test-kit'
import { expect, onTestFinished, test } from 'vitest'
import '../src/index.js'
import { draw, drawn } from './draw.js'

const field = { label: 'Canteen', hint: 'Where you eat', error: 'Closed' }
const other = { label: 'Title', hint: 'Of the menu', error: 'Taken' }
const options = (label: string): object => ({
  options: [{ value: '1', label, description: `${label} side` }],
  value: '1',
})

const changes: [tag: string, before: object, after: object][] = [
  ['haiilo-user', { name: 'Ada Lovelace', detail: 'London' }, { name: 'Grace Hopper', detail: 'New York' }],
  ['haiilo-card', { heading: 'Monday' }, { heading: 'Tuesday' }],
  ['haiilo-empty-state', { heading: 'No dishes' }, { heading: 'No orders' }],
  ['haiilo-alert', { heading: 'Closed' }, { heading: 'Open' }],
  ['haiilo-dialog', { heading: 'Order', open: true }, { heading: 'Thanks', open: true }],
  ['haiilo-text-field', field, other],
  ['haiilo-checkbox', field, other],
  ['haiilo-switch', field, other],
  ['haiilo-radio-group', { ...field, ...options('North') }, { ...other, ...options('South') }],
  ['haiilo-select', { ...field, ...options('North') }, { ...other, ...options('South') }],
]

test.each(changes)('%s shows new texts on a translated page', async (tag, before, after) => {
  const [translated, fresh] = [await show(tag, before), await show(tag, after)]
  const expected = originalText(fresh)
  onTestFinished(translatePage(translated))
  expect(originalText(translated)).not.toBe(expected)
  Object.assign(translated, after)
  await drawn(translated.parentElement!)
  expect(originalText(translated)).toBe(expected)
  Object.assign(translated, before)
  await drawn(translated.parentElement!)
  Object.assign(translated, after)
  await drawn(translated.parentElement!)
  expect(originalText(translated)).toBe(expected)
})

async function show(tag: string, properties: object): Promise<HTMLElement> {
  const element = await draw(`<${tag}></${tag}>`)
  Object.assign(element, properties)
  await drawn(element.parentElement!)
  return element
}

function originalText({ shadowRoot }: Element): string {
  const copy = document.createElement('div')
  copy.append(...[...shadowRoot!.childNodes].map((node) => node.cloneNode(true)))
  for (const style of copy.querySelectorAll('style')) style.remove()
  return untranslated(copy.textContent).replaceAll(/\s+/g, ' ').trim()
}
