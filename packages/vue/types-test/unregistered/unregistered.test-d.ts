import {
  createHaiiloHost,
  HaiiloHostPlugin,
  provideHaiiloHost,
  useHaiiloConfig,
  useHaiiloConnection,
  useHaiiloContext,
  useHaiiloFetch,
  useHaiiloHeight,
  useHaiiloHost,
  useHaiiloMessage,
  useHaiiloSave,
  type HaiiloError,
  type HaiiloFetch,
  type HaiiloHost,
  type HostContext,
  type RawConfig,
  type RegisteredConfig,
  type RegisteredHost,
} from '@haiilo-kit/vue'
import { expectTypeOf } from 'vitest'
import { createApp, reactive, ref, useTemplateRef, type ComponentPublicInstance, type ShallowRef } from 'vue'

const host = createHaiiloHost({ config: () => ({ canteen: 'north' }) })

expectTypeOf<RegisteredHost>().toEqualTypeOf<HaiiloHost>()
expectTypeOf<RegisteredConfig>().toEqualTypeOf<RawConfig>()

expectTypeOf(useHaiiloConfig().value).toEqualTypeOf<RawConfig>()
expectTypeOf(useHaiiloConnection()).toEqualTypeOf<HaiiloHost>()
expectTypeOf(useHaiiloContext()).toEqualTypeOf<Readonly<ShallowRef<HostContext>>>()
expectTypeOf(useHaiiloFetch()).toEqualTypeOf<HaiiloFetch>()

const { snapshot, status, context, error, retry, getToken, send, request } = useHaiiloHost()
expectTypeOf(status.value).toEqualTypeOf<'connecting' | 'ready' | 'failed' | 'closed'>()
expectTypeOf(context.value).toEqualTypeOf<HostContext | undefined>()
expectTypeOf(error.value).toEqualTypeOf<HaiiloError | undefined>()
if (snapshot.value.status === 'failed') expectTypeOf(snapshot.value.error).toEqualTypeOf<HaiiloError>()
expectTypeOf(retry).toEqualTypeOf<() => void>()
expectTypeOf(getToken()).toEqualTypeOf<Promise<string>>()
send('order', reactive({ dish: 'soup' }))
send('order', { dish: ref('soup') })
void request('order', reactive({ dish: 'soup' }))
// @ts-expect-error the refs are readonly
status.value = 'ready'

expectTypeOf(useHaiiloHost((state) => state.status).value).toEqualTypeOf<'connecting' | 'ready' | 'failed' | 'closed'>()
useHaiiloHost((state) => {
  if (state.status === 'ready') expectTypeOf(state.context).toEqualTypeOf<HostContext>()
  else expectTypeOf(state.context).toEqualTypeOf<undefined>()
})

useHaiiloMessage('edit', ({ claims }) => expectTypeOf(claims['stt.edit']).toEqualTypeOf<boolean>())
useHaiiloMessage('something-new', ({ claims }) => expectTypeOf(claims['x']).toEqualTypeOf<unknown>())
useHaiiloSave(() => true)
useHaiiloSave(() => reactive({ canteen: 'south' }))
useHaiiloSave(async ({ signal }) => !signal.aborted && { canteen: 'south' })
// @ts-expect-error the handler must return a boolean or an object
useHaiiloSave(() => 'south')

useHaiiloHeight(useTemplateRef<HTMLElement>('content'), { min: 200, reserve: () => 40 })
useHaiiloHeight(ref<SVGElement | null>(null))
useHaiiloHeight(() => document.querySelector('main'))
useHaiiloHeight(ref<ComponentPublicInstance | null>(null))
// @ts-expect-error each call takes one element
useHaiiloHeight(ref<HTMLElement[]>([]))

createApp({}).use(HaiiloHostPlugin, host)
createApp({}).use(HaiiloHostPlugin, { view: 'config', config: () => 7 })
provideHaiiloHost(host)
provideHaiiloHost({ view: 'config', config: () => 7 })
// @ts-expect-error a host or options are required
createApp({}).use(HaiiloHostPlugin)
// @ts-expect-error the argument must not be wrapped in an object
createApp({}).use(HaiiloHostPlugin, { host })
// @ts-expect-error the argument must not be wrapped in an object
provideHaiiloHost({ host, options: {} })
