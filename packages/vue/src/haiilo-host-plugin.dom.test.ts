import type { HaiiloHost } from '@haiilo-kit/core'
import { loadLunch, nextTask } from '@haiilo-kit/test-kit'
import { expect, test, vi } from 'vitest'
import { createApp, h, resolveComponent, resolveDirective } from 'vue'
import { HaiiloHostBoundary } from './haiilo-host-boundary.js'
import { HaiiloHostPlugin } from './haiilo-host-plugin.js'
import { useHaiiloConnection } from './use-haiilo-connection.js'
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

test('opens a host from options on first use, and closes it with the app', async () => {
  const lunch = loadLunch()
  const element = document.createElement('div')
  let host: HaiiloHost | undefined
  const app = createApp({
    setup() {
      host = useHaiiloConnection()
      const { status } = useHaiiloHost()
      return () => h('p', status.value)
    },
  }).use(HaiiloHostPlugin, lunch.options)
  await nextTask()
  expect(lunch.inits()).toBe(0)
  app.mount(element)
  await vi.waitFor(() => expect(element.textContent).toBe('ready'))
  expect(lunch.inits()).toBe(1)
  app.unmount()
  await nextTask()
  expect(host?.getSnapshot().status).toBe('closed')
})

test('never closes a given host', async () => {
  const { host } = loadLunch()
  await host.ready()
  const app = createApp({ render: () => null }).use(HaiiloHostPlugin, host)
  app.mount(document.createElement('div'))
  app.unmount()
  await nextTask()
  expect(host.getSnapshot().status).toBe('ready')
})

test('throws ERR_PROVIDER_MISSING if neither the app nor a component provides a host', () => {
  const app = createApp({ render: () => null })
  expect(() => app.runWithContext(() => useHaiiloHost())).toThrow(
    expect.objectContaining({
      code: 'ERR_PROVIDER_MISSING',
      message: expect.stringContaining('app.use(HaiiloHostPlugin, host)') as string,
    }),
  )
})
