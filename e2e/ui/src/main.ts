import { createHaiiloHost, observeHeight } from '@haiilo-kit/core'
import '@haiilo-kit/ui/button'
import '@haiilo-kit/ui/dialog'
import '@haiilo-kit/ui/select'
import '@haiilo-kit/ui/text-field'

/** The number of lines in the dialog, which make it much higher than the page. */
const LINES = 60

const [main, order, dialog, send, terms] = ['main', '#order', 'haiilo-dialog', '[slot=actions]', '#terms'].map(
  (selector) => document.querySelector(selector),
) as [HTMLElement, HTMLElement, HTMLElementTagNameMap['haiilo-dialog'], HTMLElement, HTMLElement]

terms.textContent = Array.from({ length: LINES }, (_, index) => `Line ${index + 1} of the terms`).join('\n')
order.addEventListener('click', () => dialog.show())
send.addEventListener('click', () => dialog.close('sent'))
observeHeight(createHaiiloHost(), main)
