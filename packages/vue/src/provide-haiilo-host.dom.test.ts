import { loadLunch, nextTask } from '@haiilo-kit/test-kit'
import { expect, test, vi } from 'vitest'
import { createApp, defineComponent, effectScope, h, KeepAlive, ref, withDirectives, type Slots } from 'vue'
import { mountApp } from '../test/mount-app.js'
import { HaiiloHostPlugin } from './haiilo-host-plugin.js'
import { provideHaiiloHost } from './provide-haiilo-host.js'
import { useHaiiloConnection } from './use-haiilo-connection.js'
import { useHaiiloHost } from './use-haiilo-host.js'
import { vHaiiloHeight } from './v-haiilo-height.js'

const Status = defineComponent(() => {
  const { status } = useHaiiloHost()
  return () => status.value
})

test('provides its host to descendants, to its own composables and to its own template', async () => {
  const [outer, inner] = [loadLunch(), loadLunch()]
  await inner.host.ready()
  const given: unknown[] = []
  const Provider = defineComponent((_, { slots }: { slots: Slots }) => {
    provideHaiiloHost(inner.host)
    given.push(useHaiiloConnection())
    return () => withDirectives(h('main', slots['default']?.()), [[vHaiiloHeight]])
  })
  const { element, errors } = mountApp(() => h('div', [h(Provider, () => h(Status)), h(Status)]), outer.host)
  expect(given).toEqual([inner.host])
  expect(element.textContent).toBe('readyconnecting')
  expect(errors).toEqual([])
})

test('creates a host from options, and closes it when the scope ends', async () => {
  const lunch = loadLunch()
  const shown = ref(true)
  const Provider = defineComponent(() => {
    provideHaiiloHost(lunch.options)
    const { status } = useHaiiloHost()
    return () => status.value
  })
  const { element } = mountApp(() => (shown.value ? h(Provider) : null))
  await vi.waitFor(() => expect(element.textContent).toBe('ready'))
  shown.value = false
  await nextTask()
  shown.value = true
  await vi.waitFor(() => expect(element.textContent).toBe('ready'))
  expect(lunch.inits()).toBe(2)
})

test('reuses the host of an ended provider with the same options, but only for one provider', async () => {
  const lunch = loadLunch({ fault: 'silent' })
  const hosts: unknown[] = []
  const Provider = defineComponent(() => {
    provideHaiiloHost(lunch.options)
    hosts.push(useHaiiloConnection())
    return () => null
  })
  const count = ref(1)
  mountApp(() => Array.from({ length: count.value }, () => h(Provider)))
  count.value = 0
  await nextTask()
  count.value = 2
  await nextTask()
  const [first, again, other] = hosts
  expect(again).toBe(first)
  expect(other).not.toBe(first)
})

test('closes its host a microtask after its scope ends, not earlier', async () => {
  const lunch = loadLunch()
  const scope = effectScope(true)
  let host: ReturnType<typeof useHaiiloConnection> | undefined
  mountApp(
    defineComponent(() => {
      scope.run(() => provideHaiiloHost(lunch.options))
      host = useHaiiloConnection()
      return () => null
    }),
  )
  await host?.ready()
  scope.stop()
  expect(host?.getSnapshot().status).toBe('ready')
  await nextTask()
  expect(host?.getSnapshot().status).toBe('closed')
})

test('keeps its host open while it is deactivated by KeepAlive', async () => {
  const lunch = loadLunch()
  const shown = ref(true)
  const Provider = defineComponent(() => {
    provideHaiiloHost(lunch.options)
    return () => h(Status)
  })
  const { element } = mountApp(() => h(KeepAlive, () => (shown.value ? h(Provider) : undefined)))
  await vi.waitFor(() => expect(element.textContent).toBe('ready'))
  shown.value = false
  await nextTask()
  shown.value = true
  await nextTask()
  expect(element.textContent).toBe('ready')
  expect(lunch.inits()).toBe(1)
})

test('throws a TypeError that names the fix for any other argument', () => {
  const { host, options } = loadLunch()
  const mistakes: unknown[] = [undefined, null, { host }, { options }, { host, options }, 'host']
  mountApp(
    defineComponent(() => {
      for (const mistake of mistakes) {
        expect(() => provideHaiiloHost(mistake as never)).toThrow(/^provideHaiiloHost .*host.*options/)
        expect(() => createApp({}).use(HaiiloHostPlugin, mistake as never)).toThrow(/^HaiiloHostPlugin .*host.*options/)
      }
      return () => null
    }),
  )
})

test('keeps the first of two hosts in one component, and warns once', async () => {
  const warnings: string[] = []
  const [first, second, third] = [1, 2, 3].map(() =>
    loadLunch({}, { onWarning: ({ code }) => void warnings.push(code) }),
  )
  const Provider = defineComponent(() => {
    provideHaiiloHost(first!.host)
    provideHaiiloHost(first!.host)
    expect(warnings).toEqual([])
    provideHaiiloHost(second!.host)
    provideHaiiloHost(third!.options)
    return () => h(Status)
  })
  const { element, errors } = mountApp(Provider)
  await vi.waitFor(() => expect(element.textContent).toBe('ready'))
  expect(errors).toEqual([])
  expect(warnings).toEqual(['ERR_HOST_CHANGED'])
  expect([first, second, third].map((lunch) => lunch?.inits())).toEqual([1, 0, 0])
})
