import { computed, effect, markRaw, reactive, readonly, ref, shallowReactive, shallowRef, stop } from 'vue'
import { describe, expect, it } from 'vitest'
import { toPlainData } from './to-plain-data.js'

const state = { canteen: 'south', days: [{ name: 'monday', dishes: ['soup'] }] }
const date = new Date(0)

describe('toPlainData', () => {
  it.each<[string, unknown, unknown]>([
    ['a reactive object', reactive(state), state],
    ['a readonly proxy', readonly(reactive(state)), state],
    ['a shallow proxy that contains a deep proxy', shallowReactive({ deep: reactive(state) }), { deep: state }],
    ['a ref', ref(state), state],
    ['a shallow ref to a reactive object', shallowRef(reactive(state)), state],
    ['a computed ref', computed(() => reactive(state)), state],
    ['refs in a reactive object', reactive({ one: ref(1), days: ref(state.days) }), { one: 1, days: state.days }],
    ['refs in a reactive array', reactive([ref(1), ref(reactive(state))]), [1, state]],
    ['refs in a plain object', { one: ref(1), inner: { two: ref([2]) } }, { one: 1, inner: { two: [2] } }],
    ['proxies deep in plain data', { list: [[{ deep: reactive(state) }]] }, { list: [[{ deep: state }]] }],
    ['a reactive map', reactive(new Map([['a', 1]])), new Map([['a', 1]])],
    ['a reactive set', reactive(new Set([1])), new Set([1])],
    ['a date in a reactive object', reactive({ date }), { date }],
    ['an object marked as raw', reactive({ raw: markRaw({ a: 1 }) }), { raw: { a: 1 } }],
    ['text', 'soup', 'soup'],
    ['null', null, null],
    ['undefined', undefined, undefined],
  ])('makes %s cloneable', (_, given, expected) => {
    expect(structuredClone(toPlainData(given))).toEqual(expected)
  })

  it('preserves a cycle', () => {
    const tree = reactive<{ name: string; self?: unknown; children: { parent?: unknown }[] }>({
      name: 'root',
      children: [{}],
    })
    tree.self = tree
    tree.children[0]!.parent = { wrapped: tree }
    const copy = structuredClone(toPlainData(tree))
    expect(copy.self).toBe(copy)
    expect(copy.children[0]?.parent).toEqual({ wrapped: copy })
  })

  it('preserves an object that two members share', () => {
    const shared = reactive({ dish: 'soup' })
    const { one, two } = toPlainData({ one: shared, two: [shared] })
    expect(one).toBe(two[0])
  })

  it('copies long arrays', () => {
    const long = Array.from({ length: 300_000 }, (_, index) => index)
    expect(toPlainData(reactive({ long })).long).toEqual(long)
  })

  it('preserves holes in arrays', () => {
    const holes = toPlainData(reactive(new Array<number>(3).fill(1, 1, 2)))
    expect(holes).toHaveLength(3)
    expect(Object.keys(holes)).toEqual(['1'])
  })

  it('removes the proxy of a class instance but does not copy it', () => {
    class Dish {
      readonly name = 'soup'
    }
    const dish = new Dish()
    expect(toPlainData(reactive({ dish })).dish).toBe(dish)
  })

  it('copies __proto__ as an ordinary key', () => {
    const given: unknown = JSON.parse('{"__proto__":{"admin":true}}')
    const copy = toPlainData(reactive(given as object))
    expect(Object.entries(copy)).toEqual([['__proto__', { admin: true }]])
    expect(copy).not.toHaveProperty('admin')
  })

  it('makes the current effect track all values that it reads', () => {
    const tracked = reactive({ days: [{ dish: 'soup' }] })
    const seen: unknown[] = []
    const runner = effect(() => seen.push(toPlainData({ tracked }).tracked.days[0]?.dish))
    tracked.days[0]!.dish = 'stew'
    stop(runner)
    expect(seen).toEqual(['soup', 'stew'])
  })
})
