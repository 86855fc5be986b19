import { expect, test } from 'vitest'
import { computed, reactive, readonly, ref, shallowReactive } from 'vue'

import { copyReactiveData } from './copy-reactive-data.js'

test('returns a value that is not reactive unchanged', () => {
  const value = { list: [1] }
  expect(copyReactiveData(value)).toBe(value)
  expect([copyReactiveData('Soup'), copyReactiveData(undefined), copyReactiveData(null)]).toEqual([
    'Soup',
    undefined,
    null,
  ])
})

test('copies reactive data at any depth', () => {
  const copy = copyReactiveData(reactive({ list: [{ value: 1 }], when: null }))
  expect(copy).toEqual({ list: [{ value: 1 }], when: null })
  expect(() => structuredClone(copy)).not.toThrow()
  expect(copyReactiveData(readonly([1, 2]))).toEqual([1, 2])
  expect(copyReactiveData(shallowReactive({ a: 1 }))).toEqual({ a: 1 })
})

test('removes the proxy of other objects without copying them', () => {
  const [host, date, map] = [{ retry: () => undefined }, new Date(0), new Map([[1, 2]])]
  class Sheet {
    readonly rows = 1
  }
  const sheet = new Sheet()
  const held = reactive({ host, date, map, sheet })
  expect(copyReactiveData(held.host)).toBe(host)
  const copy = copyReactiveData(held) as typeof held
  expect([copy.host === host, copy.date === date, copy.map === map, copy.sheet === sheet]).toEqual(
    Array<boolean>(4).fill(true),
  )
})

test('preserves cycles', () => {
  const data: { self?: unknown; list: unknown[] } = reactive({ list: [] })
  data.self = data
  data.list.push(data.list)
  const copy = copyReactiveData(data) as typeof data
  expect([copy.self === copy, copy.list[0] === copy.list]).toEqual([true, true])
})

test('copies __proto__ as an ordinary key', () => {
  const copy = copyReactiveData(reactive(JSON.parse('{"__proto__": {"isAdmin": true}}') as object)) as {
    isAdmin?: boolean
  }
  expect([copy.isAdmin, Object.keys(copy)]).toEqual([undefined, ['__proto__']])
})

test('makes the current effect track all values that it reads', () => {
  const list = ref([{ label: 'Soup' }])
  const copy = computed(() => copyReactiveData(list.value))
  expect(copy.value).toEqual([{ label: 'Soup' }])
  list.value.push({ label: 'Salad' })
  list.value[0]!.label = 'Stew'
  expect(copy.value).toEqual([{ label: 'Stew' }, { label: 'Salad' }])
})
