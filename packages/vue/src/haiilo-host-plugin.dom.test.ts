import { loadLunch, nextTask } from '@haiilo-kit/test-kit'
import { expect, test, vi } from 'vitest'
import { createApp, h, resolveComponent, resolveDirective } from 'vue'
import { HaiiloHostBoundary } from './haiilo-host-boundary.js'
import { HaiiloHostPlugin } from './haiilo-host-plugin.js'
import { useHaiiloHost } from './use-haiilo-host.js'
import { vHaiiloHeight } from './v-haiilo-height.js'

test('registers the boundary and the directive for templates', () => {
  const { host } = loadLunch()
  const found: unknown[] = []
  const app = createApp(() => {
    found.push(resolveComponent('haiilo-host-boundary'), resolveDirective('haiilo-height'))
    return null
  })
  app.use(HaiiloHostPlugin, host).mount(document.createElement('div'))
  app.unmount()
  expect(found).toEqual([HaiiloHostBoundary, vHaiiloHeight])
})

test('opens a host of options when a component first asks, and closes it with the app', async () => {
  const lunch = loadLunch()
  const element = document.createElement('div')
  const app = createApp({
    setup() {
      const { status } = useHaiiloHost()
      return () => h('p', status.value)
    },
  }).use(HaiiloHostPlugin, lunch.options)
  await nextTask()
  expect(lunch.inits()).toBe(0)
  app.mount(element)
  await vi.waitFor(() => expect(element.textContent).toBe('ready'))
  app.unmount()
  await nextTask()
  lunch.home.send('edit', { 'stt.edit': true })
  expect(lunch.inits()).toBe(1)
})

test('never closes a host that it was given', async () => {
  const { host } = loadLunch()
  await host.ready()
  const app = createApp({ render: () => null }).use(HaiiloHostPlugin, host)
  app.mount(document.createElement('div'))
  app.unmount()
  await nextTask()
  expect(host.getSnapshot().status).toBe('ready')
})

test('says what to call where no app and no component gave a host', () => {
  const app = createApp({ render: () => null })
  expect(() => app.runWithContext(() => useHaiiloHost())).toThrow(
    expect.objectContaining({
      code: 'ERR_PROVIDER_MISSING',
      message: expect.stringContaining('app.use(HaiiloHostPlugin, host)') as string,
    }),
  )
})
