import { createHaiiloHost, observeHeight } from '@haiilo-kit/core'
import '@haiilo-kit/ui'

const LENGTHS = { minLength: 3, maxLength: 40 }

const [main, form, settings] = ['main', 'form', 'haiilo-config-form'].map((selector) =>
  document.querySelector(selector),
) as [HTMLElement, HTMLFormElement, HTMLElementTagNameMap['haiilo-config-form']]

settings.fields = [
  { key: 'title', type: 'text', label: { en: 'Title', de: 'Überschrift' }, required: true, ...LENGTHS },
  { key: 'count', type: 'number', label: { en: 'Dishes', de: 'Gerichte' }, default: 3 },
  { key: 'vegan', type: 'checkbox', label: { en: 'Vegan only', de: 'Nur vegan' } },
]
form.addEventListener('submit', (event) => event.preventDefault())
observeHeight(createHaiiloHost(), main)
