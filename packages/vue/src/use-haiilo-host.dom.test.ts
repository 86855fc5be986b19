import { loadLunch, nextTask, type Lunch } from '@haiilo-kit/test-kit'
import { expect, test, vi } from 'vitest'
import {
  createApp,
  effectScope,
  h,
  isReadonly,
  isRef,
  nextTick,
  ref,
  watch,
  watchEffect,
  type EffectScope,
  type VNode,
} from 'vue'
import { mountApp } from '../test/mount-app.js'
import { HaiiloHostPlugin } from './haiilo-host-plugin.js'
import { useHaiiloHost } from './use-haiilo-host.js'
import { useHaiiloMessage } from './use-haiilo-message.js'

/** Runs a composable in a scope that no component owns, like a store. */
function inScope<Result>({ host }: Pick<Lunch, 'host'>, use: () => Result): { result: Result; scope: EffectScope } {
  const scope = effectScope(true)
  const app = createApp({ render: () => null }).use(HaiiloHostPlugin, host)
  // a cast: a scope that was not stopped returns the result of its function
  return { result: app.runWithContext(() => scope.run(use)) as Result, scope }
}

test('returns readonly refs of the state, and commands', async () => {
  const lunch = loadLunch()
  const { result } = inScope(lunch, () => useHaiiloHost())
  const { snapshot, status, context, config, error } = result
  for (const each of [snapshot, status, context, config, error])
    expect([isRef(each), isReadonly(each)]).toEqual([true, true])
  expect(status.value).toBe('connecting')
  await lunch.host.ready()
  expect(snapshot.value).toBe(lunch.host.getSnapshot())
  expect(status.value).toBe('ready')
  expect(context.value).toBe(lunch.host.getSnapshot().context)
  expect(config.value).toEqual({ canteen: 'north' })
  expect(error.value).toBeUndefined()
  for (const command of ['on', 'setHeight', 'getToken', 'retry', 'close'] as const) {
    expect(result[command]).toBe(lunch.host[command])
  }
})

test('triggers a ref only when its own value changes', async () => {
  const lunch = loadLunch()
  await lunch.host.ready()
  const { result, scope } = inScope(lunch, () => useHaiiloHost())
  const triggered: string[] = []
  scope.run(() => {
    for (const name of ['snapshot', 'status', 'context', 'config', 'error'] as const) {
      watch(result[name], () => triggered.push(name), { flush: 'sync' })
    }
  })
  await lunch.host.getToken({ fresh: true })
  expect(triggered).toEqual([])
  await lunch.setEditing(true)
  expect(triggered).toEqual(['snapshot'])
  lunch.host.close()
  expect(triggered.toSorted()).toEqual(['config', 'context', 'snapshot', 'snapshot', 'status'])
})

test('does not render a component again if its value did not change', async () => {
  const lunch = loadLunch()
  await lunch.host.ready()
  const render = vi.fn((name: string | undefined): VNode => h('p', name))
  const { element } = mountApp(
    {
      setup() {
        const { context, status } = useHaiiloHost()
        return () => render(`${String(context.value?.userName)} ${status.value}`)
      },
    },
    lunch.host,
  )
  expect(element.textContent).toBe('Ada ready')
  await lunch.setEditing(true)
  await nextTask()
  expect(render).toHaveBeenCalledTimes(1)
})

test('keeps the identity of an equal selection, even if the selector returns a new object', async () => {
  const lunch = loadLunch()
  await lunch.host.ready()
  const { result } = inScope(lunch, () => useHaiiloHost(({ context, issuer }) => [context?.userName, issuer]))
  const before = result.value
  expect(before).toEqual(['Ada', 'https://home.example.com'])
  await lunch.setEditing(true)
  expect(result.value).toBe(before)
  expect(isReadonly(result)).toBe(true)
})

test('selects again when reactive state that the selector reads changes', async () => {
  const lunch = loadLunch()
  await lunch.host.ready()
  const field = ref<'userName' | 'userId'>('userName')
  const { result } = inScope(lunch, () => useHaiiloHost(({ context }) => context?.[field.value]))
  expect(result.value).toBe('Ada')
  field.value = 'userId'
  expect(result.value).toBe(lunch.host.getSnapshot().context?.userId)
})

test('passes commands that accept reactive state to the selector, and a token that is not enumerable', async () => {
  const lunch = loadLunch()
  await lunch.host.ready()
  const { result } = inScope(lunch, () => useHaiiloHost((state) => state))
  expect(result.value.token).toBe(lunch.host.getSnapshot().token)
  expect({ ...result.value }).not.toHaveProperty('token')
  result.value.send('order', { dish: ref('soup') })
  await vi.waitFor(() => expect(lunch.home.log.at(-1)).toMatchObject({ subject: 'order', payload: { dish: 'soup' } }))
})

test('tracks reactive state that an effect sends', async () => {
  const lunch = loadLunch()
  await lunch.host.ready()
  const dish = ref({ name: 'soup' })
  const { scope } = inScope(lunch, () => {
    const { send } = useHaiiloHost()
    watchEffect(() => send('order', { dish }))
  })
  dish.value.name = 'stew'
  await nextTick()
  scope.stop()
  dish.value.name = 'cake'
  await nextTick()
  const orders = (): unknown[] =>
    lunch.home.log.filter(({ subject }) => subject === 'order').map(({ payload }) => payload)
  await vi.waitFor(() => expect(orders()).toEqual([{ dish: { name: 'soup' } }, { dish: { name: 'stew' } }]))
})

test('reports the path of a value that cannot be cloned', async () => {
  const { host } = loadLunch()
  const { result } = inScope({ host }, () => useHaiiloHost())
  const dish: unknown = ref({ cook: () => 'soup' })
  expect(() => result.send('order', { dish })).toThrow(
    expect.objectContaining({
      code: 'ERR_PAYLOAD_NOT_CLONEABLE',
      message: expect.stringContaining('payload.dish.cook') as string,
    }),
  )
})

test('stops when its scope ends, even before the component is mounted', async () => {
  const lunch = loadLunch()
  await lunch.host.ready()
  const received: unknown[] = []
  const subscribed: (() => void)[] = []
  const counted = {
    ...lunch.host,
    subscribe(listener: () => void) {
      subscribed.push(listener)
      const stop = lunch.host.subscribe(listener)
      return () => {
        subscribed.splice(subscribed.indexOf(listener), 1)
        stop()
      }
    },
  }
  const { scope, result } = inScope({ host: counted }, () => {
    useHaiiloMessage('edit', () => received.push('scope'))
    return useHaiiloHost().snapshot
  })
  mountApp(
    {
      setup() {
        const early = effectScope()
        early.run(() => useHaiiloMessage('edit', () => received.push('early')))
        early.stop()
        return () => null
      },
    },
    lunch.host,
  )
  await lunch.setEditing(true)
  expect(received).toEqual(['scope'])
  expect(subscribed).toHaveLength(1)
  scope.stop()
  expect(subscribed).toEqual([])
  const last = result.value
  await lunch.setEditing(false)
  expect(received).toEqual(['scope'])
  expect(result.value).toBe(last)
})
