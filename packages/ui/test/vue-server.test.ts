import { expect, test, vi } from 'vitest'
import { createSSRApp, h, ref } from 'vue'
import { renderToString } from 'vue/server-renderer'

import {
  HaiiloButton,
  HaiiloCard,
  HaiiloCheckbox,
  HaiiloConfigForm,
  HaiiloTextField,
  HaiiloUiPlugin,
} from '../src/vue/index.js'

test('renders elements with attributes and content, without their properties', async () => {
  const warn = vi.spyOn(console, 'warn')
  const app = createSSRApp(() =>
    h(
      HaiiloCard,
      { heading: 'Lunch', class: 'wide', id: 'lunch' },
      {
        default: () => [
          h(HaiiloTextField, { label: '"Dish"', value: '<b>', 'aria-label': 'Dish', onInput: () => undefined }),
          h(HaiiloCheckbox, { modelValue: true, 'onUpdate:modelValue': () => undefined, name: 'vegan' }),
        ],
        footer: () => [h(HaiiloButton, { disabled: true }, () => 'Order')],
      },
    ),
  ).use(HaiiloUiPlugin)
  expect(withoutComments(await renderToString(app))).toBe(
    '<haiilo-card class="wide" id="lunch">' +
      '<haiilo-text-field aria-label="Dish"></haiilo-text-field><haiilo-checkbox></haiilo-checkbox>' +
      '<haiilo-button slot="footer">Order</haiilo-button></haiilo-card>',
  )
  expect(warn).not.toHaveBeenCalled()
})

test('does not use the host on a server', async () => {
  const host = { getSnapshot: vi.fn(), subscribe: vi.fn(), on: vi.fn() }
  const hostRef = ref(host)
  const app = createSSRApp(() => h(HaiiloConfigForm, { host: hostRef.value as never, fields: [] }))
  expect(withoutComments(await renderToString(app))).toBe('<haiilo-config-form></haiilo-config-form>')
  for (const part of Object.values(host)) expect(part).not.toHaveBeenCalled()
})

function withoutComments(html: string): string {
  return html.replaceAll(/<!--.*?-->/g, '')
}
