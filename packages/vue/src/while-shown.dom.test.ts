import { loadLunch, loadSettings, nextTask } from '@haiilo-kit/test-kit'
import { expect, test } from 'vitest'
import { defineComponent, h, KeepAlive, ref } from 'vue'
import { mountApp } from '../test/mount-app.js'
import { useHaiiloMessage } from './use-haiilo-message.js'
import { useHaiiloSave } from './use-haiilo-save.js'

const Other = defineComponent(() => () => h('div', 'other'))

test('registers a handler of a child that is mounted in a deactivated component only when the component is shown', async () => {
  const lunch = loadLunch()
  await lunch.host.ready()
  const received: unknown[] = []
  const [shown, withChild] = [ref(true), ref(false)]
  const Child = defineComponent(() => {
    useHaiiloMessage('edit', ({ claims }) => received.push(claims['stt.edit']))
    return () => 'child'
  })
  const Tab = defineComponent(() => () => h('div', withChild.value ? h(Child) : 'tab'))
  const { element } = mountApp(
    () =>
      h(
        'main',
        h(KeepAlive, () => (shown.value ? h(Tab) : h(Other))),
      ),
    lunch.host,
  )
  shown.value = false
  await nextTask()
  withChild.value = true
  await nextTask()
  await lunch.setEditing(true)
  expect(received).toEqual([])
  shown.value = true
  await nextTask()
  expect(element.textContent).toBe('child')
  await lunch.setEditing(false)
  expect(received).toEqual([false])
})

test('a component does not answer save requests while it is deactivated by KeepAlive', async () => {
  const { home, host } = await loadSettings()
  const shown = ref(true)
  const Form = defineComponent(() => {
    useHaiiloSave(() => ({ canteen: 'south' }))
    return () => h('form')
  })
  mountApp(() => h(KeepAlive, () => (shown.value ? h(Form) : h(Other))), host)
  expect(await home.save()).toEqual({ canteen: 'south' })
  shown.value = false
  await nextTask()
  expect(await home.save()).toBe(false)
  shown.value = true
  await nextTask()
  expect(await home.save()).toEqual({ canteen: 'south' })
})
