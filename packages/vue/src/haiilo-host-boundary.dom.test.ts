import { loadLunch, nextTask } from '@haiilo-kit/test-kit'
import { expect, test, vi } from 'vitest'
import { defineComponent, h, onErrorCaptured, ref } from 'vue'
import { mountApp } from '../test/mount-app.js'
import { HaiiloHostBoundary } from './haiilo-host-boundary.js'
import { useHaiiloConfig } from './use-haiilo-config.js'
import { useHaiiloContext } from './use-haiilo-context.js'

const Lunch = defineComponent(() => {
  const [context, config] = [useHaiiloContext(), useHaiiloConfig()]
  return () => `${String(context.value.userName)} eats ${JSON.stringify(config.value)}`
})

const texts = { loading: () => 'loading', failed: () => 'failed' }

test('renders a ready host synchronously, as in the README example', async () => {
  const { host } = loadLunch()
  await host.ready()
  const { element } = mountApp(() => h(HaiiloHostBoundary, () => h(Lunch)), host)
  expect(element.textContent).toBe('Ada eats {"canteen":"north"}')
})

test('renders nothing after the host is closed', async () => {
  const { host } = loadLunch()
  await host.ready()
  const { element } = mountApp(() => h(HaiiloHostBoundary, null, { default: () => h(Lunch), ...texts }), host)
  host.close()
  await nextTask()
  expect(element.textContent).toBe('')
})

test('renders nothing for a missing slot', async () => {
  const { host } = loadLunch()
  const { element } = mountApp(() => h(HaiiloHostBoundary), host)
  expect(element.textContent).toBe('')
  await host.ready()
  await nextTask()
  expect(element.textContent).toBe('')
})

test('unmounts its content before it could read a missing context', async () => {
  const { host } = loadLunch({ fault: 'other-user' })
  await host.ready()
  const { element, errors } = mountApp(() => h(HaiiloHostBoundary, null, { default: () => h(Lunch), ...texts }), host)
  await host.getToken({ fresh: true }).catch(() => undefined)
  await nextTask()
  expect(element.textContent).toBe('failed')
  expect(errors).toEqual([])
})

test('reports an error without a slot once, even if the error handler renders it', async () => {
  const { host, home } = loadLunch({ fault: 'tampered' })
  const captured = ref<unknown[]>([])
  const { element, errors } = mountApp(
    defineComponent(() => {
      onErrorCaptured((error) => {
        captured.value.push(error)
        return false
      })
      return () => [h('i', captured.value.length), h(HaiiloHostBoundary, () => h(Lunch))]
    }),
    host,
  )
  await vi.waitFor(() => expect(element.textContent).toBe('1'))
  await nextTask()
  expect(captured.value).toEqual([host.getSnapshot().error])
  expect(errors).toEqual([])
  home.setFault(undefined)
  host.retry()
  await vi.waitFor(() => expect(element.textContent).toBe('1Ada eats {"canteen":"north"}'))
})

test('reports the error of a host that failed before the set-up', async () => {
  const { host } = loadLunch({ fault: 'tampered' })
  await host.ready().catch(() => undefined)
  const { errors } = mountApp(() => h(HaiiloHostBoundary), host)
  expect(errors).toEqual([host.getSnapshot().error])
})
