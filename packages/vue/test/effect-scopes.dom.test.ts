import { loadSettings, nextTask, watchHost, watchObservers } from '@haiilo-kit/test-kit'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createSSRApp, defineComponent, effectScope, h, KeepAlive, ref, type EffectScope } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { HaiiloHostPlugin, useHaiiloHeight, useHaiiloHost, useHaiiloMessage, useHaiiloSave } from '../src/index.js'
import { mountApp } from './mount-app.js'

type Compose = () => void

const target = document.createElement('p')

const composables: [name: string, compose: Compose, stopsWhenDeactivated: boolean][] = [
  ['useHaiiloMessage', () => useHaiiloMessage('edit', () => undefined), true],
  ['useHaiiloSave', () => useHaiiloSave(() => true), true],
  ['useHaiiloHeight', () => useHaiiloHeight(target), true],
  ['useHaiiloHost', () => useHaiiloHost(), false],
  ['useHaiiloHost with a selector', () => useHaiiloHost(({ status }) => status), false],
]

/** Scopes that end with their component. Each entry returns the function that ends the scope early, if any. */
const componentScopes: [name: string, run: (compose: Compose) => EffectScope | undefined][] = [
  ['the scope of the component', (compose) => (compose(), undefined)],
  ['a scope inside the scope of the component', (compose) => runIn(effectScope(), compose)],
  [
    'a nested scope inside the scope of the component',
    (compose) => runIn(effectScope(), () => runIn(effectScope(), compose)),
  ],
]

const outside = (): EffectScope => effectScope(true)

/** Scopes that outlive the component that first runs code in them. */
const independentScopes: [name: string, run: (compose: Compose) => EffectScope][] = [
  ['a detached scope', (compose) => runIn(outside(), compose)],
  ['a scope inside a detached scope', (compose) => runIn(outside(), () => runIn(effectScope(), compose))],
  [
    'a detached scope in a detached scope',
    (compose) => {
      let inner: EffectScope | undefined
      runIn(outside(), () => (inner = runIn(outside(), compose)))
      return inner!
    },
  ],
  [
    'a detached scope in a scope of the component',
    (compose) => {
      let inner: EffectScope | undefined
      runIn(effectScope(), () => (inner = runIn(outside(), compose)))
      return inner!
    },
  ],
  ['a scope that was created before the component', (compose) => runIn(createdBefore(), compose)],
]

let before = effectScope()
const createdBefore = (): EffectScope => before

function runIn(scope: EffectScope, compose: () => unknown): EffectScope {
  scope.run(compose)
  return scope
}

/** A component in a KeepAlive, with the number of listeners and observers. */
async function open(run: (compose: Compose) => EffectScope | undefined, compose: Compose) {
  before = effectScope()
  const { host, active } = watchHost((await loadSettings()).host)
  const observers = watchObservers()
  onTestFinished(observers.restore)
  const shown = ref(true)
  const there = ref(true)
  let scope: EffectScope | undefined
  const Inside = defineComponent(() => {
    scope = run(compose)
    return () => h('main')
  })
  document.body.append(target)
  onTestFinished(() => target.remove())
  const { errors } = mountApp(() => there.value && h(KeepAlive, () => (shown.value ? h(Inside) : undefined)), host)
  await nextTask()

  return {
    errors,
    isLive: () => active() + observers.observed() > 0,
    async setShown(value: boolean) {
      shown.value = value
      await nextTask()
    },
    async unmount() {
      there.value = false
      await nextTask()
    },
    endScope: () => scope?.stop(),
  }
}

describe.each(composables)('%s', (_, compose, stopsWhenDeactivated) => {
  test.each(componentScopes)('follows the component in %s', async (_name, run) => {
    const { errors, isLive, setShown, unmount } = await open(run, compose)
    expect(isLive()).toBe(true)
    await setShown(false)
    expect(isLive()).toBe(!stopsWhenDeactivated)
    await setShown(true)
    expect(isLive()).toBe(true)
    await unmount()
    expect(isLive()).toBe(false)
    expect(errors).toEqual([])
  })

  test.each(independentScopes)('follows the scope in %s', async (_name, run) => {
    const { errors, isLive, setShown, unmount, endScope } = await open(run, compose)
    expect(isLive()).toBe(true)
    await setShown(false)
    expect(isLive()).toBe(true)
    await setShown(true)
    await unmount()
    expect(isLive()).toBe(true)
    endScope()
    expect(isLive()).toBe(false)
    expect(errors).toEqual([])
  })

  test.each([...componentScopes.slice(1), ...independentScopes])('stops when %s ends early', async (_name, run) => {
    const { isLive, setShown, endScope } = await open(run, compose)
    endScope()
    expect(isLive()).toBe(false)
    await setShown(false)
    await setShown(true)
    expect(isLive()).toBe(false)
  })

  test('never starts in a scope that ends before its component is mounted', async () => {
    const { isLive } = await open((start) => {
      const scope = runIn(effectScope(), start)
      scope.stop()
      return scope
    }, compose)
    expect(isLive()).toBe(false)
  })

  test('never starts on a server, even in a detached scope', async () => {
    const { host, active } = watchHost((await loadSettings()).host)
    const app = createSSRApp(
      defineComponent(() => {
        runIn(outside(), compose)
        return () => h('main')
      }),
    )
    await renderToString(app.use(HaiiloHostPlugin, host))
    expect(active()).toBe(0)
  })
})

test('starts when a child runs code in a scope of its mounted parent, and stops when the parent is deactivated', async () => {
  const { host, active } = watchHost((await loadSettings()).host)
  const [shown, withChild] = [ref(true), ref(false)]
  let scope: EffectScope | undefined
  const Child = defineComponent(() => {
    scope?.run(() => useHaiiloMessage('edit', () => undefined))
    return () => h('p')
  })
  const Owner = defineComponent(() => {
    scope = effectScope()
    return () => h('main', withChild.value ? h(Child) : undefined)
  })
  mountApp(() => h(KeepAlive, () => (shown.value ? h(Owner) : undefined)), host)
  withChild.value = true
  await nextTask()
  expect(active()).toBe(1)
  withChild.value = false
  await nextTask()
  expect(active()).toBe(1)
  shown.value = false
  await nextTask()
  expect(active()).toBe(0)
})
