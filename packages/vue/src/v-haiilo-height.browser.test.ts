import { loadLunch, nextTask } from '@haiilo-kit/test-kit'
import { expect, test, vi } from 'vitest'
import { defineComponent, h, KeepAlive, ref, withDirectives, type VNode } from 'vue'
import { mountApp } from '../test/mount-app.js'
import '../test/vue-feature-flags.js'
import { vHaiiloHeight } from './v-haiilo-height.js'

/** The first signature generates a key pair, which takes several seconds on a busy machine. */
const patience = { timeout: 20_000 }

function content(options?: { min: number }): VNode {
  return withDirectives(h('main', { style: 'height: 100px' }), [[vHaiiloHeight, options]])
}

test('uses its options, and updates when they change', async () => {
  const { host, home } = loadLunch()
  await host.ready()
  const min = ref(320)
  mountApp(() => content({ min: min.value }), host)
  await vi.waitFor(() => expect(home.height).toBe(320), patience)
  min.value = 400
  await vi.waitFor(() => expect(home.height).toBe(400), patience)
})

test('keeps observing after a render with equal options', async () => {
  const { host } = loadLunch()
  const subscribe = vi.fn(host.subscribe)
  const min = ref(320)
  const { element } = mountApp(() => h('div', { title: min.value }, content({ min: 320 })), { ...host, subscribe })
  min.value = 400
  await nextTask()
  expect(element.querySelector('div')?.title).toBe('400')
  expect(subscribe).toHaveBeenCalledTimes(1)
})

test('works without options, and on a component with a single root element', async () => {
  const { host, home } = loadLunch()
  await host.ready()
  const Menu = defineComponent(() => () => h('ul', { style: 'height: 250px; margin: 0' }))
  const { element } = mountApp(() => withDirectives(h(Menu), [[vHaiiloHeight]]), host)
  const bottom = Math.ceil(element.getBoundingClientRect().top + window.scrollY + 250)
  await vi.waitFor(() => expect(home.height).toBe(bottom), patience)
})

test('keeps the last height while its element is deactivated by KeepAlive', async () => {
  const { host, home } = loadLunch()
  await host.ready()
  const shown = ref(true)
  const Tab = defineComponent(() => () => content({ min: 320 }))
  mountApp(() => h(KeepAlive, () => (shown.value ? h(Tab) : undefined)), host)
  await vi.waitFor(() => expect(home.height).toBe(320), patience)
  shown.value = false
  await nextTask()
  await new Promise(requestAnimationFrame)
  await new Promise(requestAnimationFrame)
  expect(home.height).toBe(320)
})

test('reports ERR_PROVIDER_MISSING to the error handler', () => {
  const { errors } = mountApp(() => content())
  expect(errors).toEqual([expect.objectContaining({ code: 'ERR_PROVIDER_MISSING' })])
})
