import { loadLunch, nextTask } from '@haiilo-kit/test-kit'
import { expect, test, vi } from 'vitest'
import { defineComponent, Fragment, h, KeepAlive, reactive, ref, shallowRef, useTemplateRef } from 'vue'
import { mountApp } from '../test/mount-app.js'
import '../test/vue-feature-flags.js'
import { useHaiiloHeight } from './use-haiilo-height.js'

/** The first signature generates a key pair, which takes several seconds on a busy machine. */
const patience = { timeout: 20_000 }

test('observes each element that a template ref gets, with the options at that time', async () => {
  const { host, home } = loadLunch()
  await host.ready()
  const tag = ref('main')
  const options = reactive({ min: 320 })
  mountApp(
    defineComponent(() => {
      useHaiiloHeight(useTemplateRef<HTMLElement>('content'), options)
      return () => h(tag.value, { ref: 'content' })
    }),
    host,
  )
  await vi.waitFor(() => expect(home.height).toBe(320), patience)
  options.min = 400
  tag.value = 'section'
  await vi.waitFor(() => expect(home.height).toBe(400), patience)
})

test('accepts a getter, and a component with a single root element', async () => {
  const { host, home } = loadLunch()
  await host.ready()
  const Menu = defineComponent(() => () => h('ul', { style: 'height: 250px; margin: 0' }))
  const { element } = mountApp(
    defineComponent(() => {
      const menu = shallowRef<InstanceType<typeof Menu>>()
      useHaiiloHeight(() => menu.value)
      return () => h(Menu, { ref: menu })
    }),
    host,
  )
  const bottom = Math.ceil(element.getBoundingClientRect().top + window.scrollY + 250)
  await vi.waitFor(() => expect(home.height).toBe(bottom), patience)
})

test('updates the height when text wraps', async () => {
  const { host, home } = loadLunch()
  await host.ready()
  const { element } = mountApp(
    defineComponent(() => {
      useHaiiloHeight(useTemplateRef<HTMLElement>('text'))
      return () => h('article', { ref: 'text', style: 'width: 40em' }, 'A text of several words, on one line')
    }),
    host,
  )
  await vi.waitFor(() => expect(home.height).toBeGreaterThan(0), patience)
  const wide = home.height ?? 0
  element.querySelector('article')!.style.width = '4em'
  await vi.waitFor(() => expect(home.height).toBeGreaterThan(wide), patience)
})

test('stops observing while its component is deactivated by KeepAlive', async () => {
  const { host, home } = loadLunch()
  await host.ready()
  const shown = ref(true)
  const Tab = defineComponent(() => {
    useHaiiloHeight(useTemplateRef<HTMLElement>('tab'), { min: 320 })
    return () => h('div', { ref: 'tab' })
  })
  const Other = defineComponent(() => {
    useHaiiloHeight(useTemplateRef<HTMLElement>('other'), { min: 240 })
    return () => h('div', { ref: 'other' })
  })
  mountApp(() => h(KeepAlive, () => h(shown.value ? Tab : Other)), host)
  await vi.waitFor(() => expect(home.height).toBe(320), patience)
  shown.value = false
  await vi.waitFor(() => expect(home.height).toBe(240), patience)
  shown.value = true
  await vi.waitFor(() => expect(home.height).toBe(320), patience)
})

test('reports a TypeError for a component with several root nodes', async () => {
  const { host } = loadLunch()
  const Several = defineComponent(() => () => h(Fragment, [h('p'), h('p')]))
  const { errors } = mountApp(
    defineComponent(() => {
      const several = shallowRef<InstanceType<typeof Several>>()
      useHaiiloHeight(several)
      return () => h(Several, { ref: several })
    }),
    host,
  )
  await nextTask()
  expect(errors).toEqual([expect.any(TypeError)])
  expect(String(errors[0])).toContain('expected an element other than <html>')
})
