import { expectTypeOf } from 'vitest'
import {
  createHaiiloHost,
  type Claims,
  type HaiiloError,
  type HaiiloHost,
  type HostContext,
  type HostSnapshot,
  type RawConfig,
  type VerifiedMessage,
} from '../index.js'

// declares a custom subject, like users do
declare module '@haiilo-kit/core' {
  interface PluginSubjects {
    testOpenProfile: { readonly userId: string }
  }
  interface HostSubjects {
    testProfileChanged: { readonly 'profile.name': string }
  }
}

const host = createHaiiloHost({ config: (raw) => ({ canteen: String(raw['canteen']) }) })

export function theConfigurationFollowsTheOption(): void {
  expectTypeOf(host).toEqualTypeOf<HaiiloHost<{ canteen: string }>>()
  expectTypeOf(createHaiiloHost()).toEqualTypeOf<HaiiloHost>()
  expectTypeOf(createHaiiloHost().ready()).resolves.toHaveProperty('config').toEqualTypeOf<RawConfig>()
  expectTypeOf(host.ready()).resolves.toHaveProperty('config').toEqualTypeOf<{ canteen: string }>()
  createHaiiloHost({
    config: (raw) => {
      expectTypeOf(raw).toEqualTypeOf<RawConfig>()
    },
  })
}

export function theStatusNarrowsTheSnapshot(snapshot: HostSnapshot<{ canteen: string }>): void {
  if (snapshot.status === 'ready') {
    expectTypeOf(snapshot.context).toEqualTypeOf<HostContext>()
    expectTypeOf(snapshot.config).toEqualTypeOf<{ canteen: string }>()
    expectTypeOf(snapshot.claims).toEqualTypeOf<Claims>()
    expectTypeOf(snapshot.editing).toEqualTypeOf<boolean>()
    expectTypeOf(snapshot.issuer).toEqualTypeOf<string>()
    expectTypeOf(snapshot.origin).toEqualTypeOf<string>()
    expectTypeOf(snapshot.error).toEqualTypeOf<undefined>()
  } else {
    expectTypeOf(snapshot.context).toEqualTypeOf<undefined>()
    expectTypeOf(snapshot.config).toEqualTypeOf<undefined>()
    expectTypeOf(snapshot.token).toEqualTypeOf<undefined>()
  }
}

export function theStatusNarrowsWhatWasTakenOutOfTheSnapshot(): void {
  const { status, context, config, claims, editing, issuer, origin, error } = host.getSnapshot()
  if (status === 'ready') {
    expectTypeOf(context.userId).toEqualTypeOf<string>()
    expectTypeOf(config.canteen).toEqualTypeOf<string>()
    expectTypeOf(error).toEqualTypeOf<undefined>()
    expectTypeOf([claims, editing, issuer, origin]).toEqualTypeOf<(Claims | boolean | string)[]>()
  }
  if (status === 'failed') {
    expectTypeOf(error).toEqualTypeOf<HaiiloError>()
    expectTypeOf(context).toEqualTypeOf<undefined>()
  }
  if (status === 'connecting' || status === 'closed') {
    expectTypeOf([context, config, claims, editing, issuer, origin, error]).toEqualTypeOf<undefined[]>()
  }
  expectTypeOf(status).toEqualTypeOf<'connecting' | 'ready' | 'failed' | 'closed'>()
  // @ts-expect-error `context` can be undefined until `status` is checked
  expectTypeOf(context.userId)
}

export function theSnapshotCannotBeWritten(): void {
  const snapshot = host.getSnapshot()
  if (snapshot.status !== 'ready') return
  // @ts-expect-error a snapshot is read-only
  snapshot.editing = true
  // @ts-expect-error the context is read-only
  snapshot.context.userId = 'another'
}

export function knownSubjectsAreTyped(): void {
  host.send('setHeight', { height: 100 })
  host.send('setConfig', { data: { canteen: 'north' } })
  // @ts-expect-error a height is a number
  host.send('setHeight', { height: '100' })
  // @ts-expect-error the name is `height`
  host.send('setHeight', { pixels: 100 })
  host.on('edit', ({ claims }) => {
    expectTypeOf(claims['stt.edit']).toEqualTypeOf<boolean>()
  })
  host.on('save', (message) => {
    host.send('setConfig', { data: true }, { replyTo: message })
  })
}

export function subjectsOfOnesOwnAreTyped(): void {
  host.send('testOpenProfile', { userId: 'user-2' })
  // @ts-expect-error a user id is a string
  host.send('testOpenProfile', { userId: 2 })
  // @ts-expect-error the payload requires a user id
  host.send('testOpenProfile', {})
  // @ts-expect-error the same applies to a request
  void host.request('testOpenProfile', { userId: 2 })
  host.on('testProfileChanged', ({ claims }) => {
    expectTypeOf(claims['profile.name']).toEqualTypeOf<string>()
  })
}

export function otherSubjectsAreFree(): void {
  host.send('anything')
  host.send('anything', { at: 'all' })
  // @ts-expect-error a payload is an object
  host.send('anything', 'at all')
  expectTypeOf(host.request('anything')).resolves.toEqualTypeOf<VerifiedMessage>()
  host.on('anything', ({ claims }) => {
    expectTypeOf(claims['at']).toEqualTypeOf<unknown>()
  })
}

class Dish {
  constructor(readonly name: string) {}
  cook(): string {
    return this.name
  }
}

interface Order {
  readonly table: number
  readonly dishes: readonly { readonly name: string; readonly price?: number }[]
}

export function aPayloadIsPlainData(order: Order, raw: unknown, element: HTMLElement): void {
  host.send('order', { order, at: new Date(), pattern: /a/, bytes: new Uint8Array(2), file: new Blob([]) })
  host.send('order', { map: new Map([['a', { b: 1 }]]), set: new Set([1]), big: 1n, none: undefined, nothing: null })
  host.send('order', { raw, list: [1, 'two', [true]], error: new Error('soup') })
  host.send('order', JSON.parse('{}'))
  // @ts-expect-error a function cannot be posted
  host.send('order', { cook: () => 'soup' })
  // @ts-expect-error a nested function cannot be posted
  host.send('order', { dishes: [{ name: 'soup', cook: () => 'soup' }] })
  // @ts-expect-error a symbol cannot be posted
  host.send('order', { symbol: Symbol('soup') })
  // @ts-expect-error a promise cannot be posted
  void host.request('order', { dish: Promise.resolve('soup') })
  // @ts-expect-error an object with methods cannot be posted
  void host.request('order', { dish: new Dish('soup') })
  // @ts-expect-error a class cannot be posted
  host.send('order', { Dish })
  // @ts-expect-error a DOM node cannot be posted
  host.send('order', { element })
  // @ts-expect-error a function in a map cannot be posted
  host.send('order', { dishes: new Map([['soup', () => 'soup']]) })
  // @ts-expect-error a WeakSet cannot be posted
  host.send('order', { dishes: new WeakSet() })
}
