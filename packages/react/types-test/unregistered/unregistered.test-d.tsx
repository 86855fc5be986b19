import {
  createHaiiloHost,
  HaiiloHostBoundary,
  HaiiloHostProvider,
  useHaiiloConfig,
  useHaiiloConnection,
  useHaiiloContext,
  useHaiiloHeight,
  useHaiiloHost,
  useHaiiloMessage,
  useHaiiloReady,
  useHaiiloSave,
  type HaiiloError,
  type HaiiloHost,
  type HostContext,
  type RawConfig,
  type RegisteredConfig,
  type RegisteredHost,
} from '@haiilo-kit/react'
import type { ReactElement } from 'react'
import { expectTypeOf } from 'vitest'

const host = createHaiiloHost({ config: () => ({ canteen: 'north' }) })

expectTypeOf<RegisteredHost>().toEqualTypeOf<HaiiloHost>()
expectTypeOf<RegisteredConfig>().toEqualTypeOf<RawConfig>()

export function Narrowing(): null {
  expectTypeOf(useHaiiloConfig()).toEqualTypeOf<RawConfig>()
  expectTypeOf(useHaiiloConnection()).toEqualTypeOf<HaiiloHost>()
  expectTypeOf(useHaiiloContext()).toEqualTypeOf<HostContext>()

  const { status, context, config, error, retry, getToken } = useHaiiloHost()
  if (status === 'ready') {
    expectTypeOf(context).toEqualTypeOf<HostContext>()
    expectTypeOf(config).toEqualTypeOf<RawConfig>()
    expectTypeOf(error).toEqualTypeOf<undefined>()
  } else expectTypeOf(context).toEqualTypeOf<undefined>()
  if (status === 'failed') expectTypeOf(error).toEqualTypeOf<HaiiloError>()
  expectTypeOf(retry).toEqualTypeOf<() => void>()
  expectTypeOf(getToken()).toEqualTypeOf<Promise<string>>()

  expectTypeOf(useHaiiloReady().context).toEqualTypeOf<HostContext>()
  expectTypeOf(useHaiiloHost((state) => state.status)).toEqualTypeOf<'connecting' | 'ready' | 'failed' | 'closed'>()
  return null
}

export function Handlers(): null {
  useHaiiloMessage('edit', ({ claims }) => expectTypeOf(claims['stt.edit']).toEqualTypeOf<boolean>())
  useHaiiloMessage('something-new', ({ claims }) => expectTypeOf(claims['x']).toEqualTypeOf<unknown>())
  useHaiiloSave(() => true)
  useHaiiloSave(async ({ signal }) => !signal.aborted && { canteen: 'south' })
  // @ts-expect-error the handler must return a boolean or an object
  useHaiiloSave(() => 'south')
  return null
}

export function Elements(): ReactElement {
  const height = useHaiiloHeight()
  return (
    <>
      <HaiiloHostProvider host={host}>
        <main ref={height} />
        <svg ref={useHaiiloHeight()} />
        <HaiiloHostBoundary
          loading={() => 'One moment'}
          failed={({ error, retry }) => <button onClick={retry}>{error.code}</button>}
        >
          text
        </HaiiloHostBoundary>
        <HaiiloHostBoundary loading={<p />} failed={<p />} />
      </HaiiloHostProvider>
      <HaiiloHostProvider options={{ view: 'config', config: () => 7 }} />
      {/* @ts-expect-error exactly one of `host` and `options` */}
      <HaiiloHostProvider host={host} options={{}} />
      {/* @ts-expect-error exactly one of `host` and `options` */}
      <HaiiloHostProvider />
    </>
  )
}
