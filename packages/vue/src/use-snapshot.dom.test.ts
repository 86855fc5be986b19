import { loadLunch, nextTask } from '@haiilo-kit/test-kit'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createSSRApp, defineAsyncComponent, defineComponent, h, ref, Suspense, type Component } from 'vue'
import { renderToString } from 'vue/server-renderer'
import type { HaiiloHost } from './index.js'
import { mountApp } from '../test/mount-app.js'
import { HaiiloHostPlugin } from './haiilo-host-plugin.js'
import { useHaiiloHost } from './use-haiilo-host.js'

const Status = defineComponent(() => {
  const { status } = useHaiiloHost()
  return () => h('p', status.value)
})

async function hydrate(root: Component, host: HaiiloHost): Promise<HTMLElement> {
  const page = (): ReturnType<typeof createSSRApp> => createSSRApp(root).use(HaiiloHostPlugin, host)
  const element = document.body.appendChild(document.createElement('div'))
  element.innerHTML = await renderToString(page())
  const app = page()
  app.mount(element)
  onTestFinished(() => {
    app.unmount()
    element.remove()
  })
  return element
}

test.each<[string, Component]>([
  ['a component', Status],
  ['a component in a fragment', () => [h(Status), h(Status)]],
  ['a component that suspends', () => h(Suspense, () => h(Waiting))],
  ['an asynchronous component', () => h(Suspense, () => h(defineAsyncComponent(async () => Status)))],
])('hydrates %s, then shows the state of the host', async (_, root) => {
  const warn = vi.spyOn(console, 'warn')
  const { host } = loadLunch()
  await host.ready()
  const element = await hydrate(root, host)
  await vi.waitFor(() => expect(element.textContent).toMatch(/^(ready)+$/))
  expect(warn).not.toHaveBeenCalled()
})

const Waiting = defineComponent({
  async setup() {
    await nextTask()
    return () => h(Status)
  },
})

test('shows a ready host at once in a component that mounts after hydration, and from a reused vnode', async () => {
  const { host } = loadLunch()
  await host.ready()
  const rendered: string[] = []
  const Witness = defineComponent(() => {
    const { status } = useHaiiloHost()
    return () => {
      rendered.push(status.value)
      return h('p', status.value)
    }
  })
  const shown = ref(true)
  const constant = h(Witness)
  mountApp(() => h('main', [shown.value ? constant : null]), host)
  shown.value = false
  await nextTask()
  shown.value = true
  await nextTask()
  expect(rendered).toEqual(['ready', 'ready'])
})
