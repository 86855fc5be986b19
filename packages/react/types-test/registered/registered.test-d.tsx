import { createHaiiloHost, HaiiloHostProvider, type RegisteredConfig, type RegisteredHost } from '@haiilo-kit/react'
import { useHaiiloConfig, useHaiiloConnection, useHaiiloHost, useHaiiloReady } from '@haiilo-kit/react'
import type { ReactElement } from 'react'
import { expectTypeOf } from 'vitest'
import { host, type LunchConfig } from './host.js'

expectTypeOf<RegisteredHost>().toEqualTypeOf<typeof host>()
expectTypeOf<RegisteredConfig>().toEqualTypeOf<LunchConfig>()

export function Lunch(): ReactElement {
  expectTypeOf(useHaiiloConfig()).toEqualTypeOf<LunchConfig>()
  expectTypeOf(useHaiiloConnection()).toEqualTypeOf<typeof host>()
  expectTypeOf(useHaiiloReady().config).toEqualTypeOf<LunchConfig>()
  expectTypeOf(useHaiiloHost(({ config }) => config?.canteen)).toEqualTypeOf<'north' | 'south' | undefined>()

  const { status, config } = useHaiiloHost()
  if (status === 'ready') expectTypeOf(config).toEqualTypeOf<LunchConfig>()
  else expectTypeOf(config).toEqualTypeOf<undefined>()

  // @ts-expect-error the configuration does not have this field
  useHaiiloConfig().kitchen

  return (
    <>
      <HaiiloHostProvider host={host} />
      {/* tests may provide a host without a configuration parser, regardless of the registered type */}
      <HaiiloHostProvider host={createHaiiloHost()} />
    </>
  )
}
