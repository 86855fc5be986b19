import {
  createHaiiloHost,
  HaiiloHostPlugin,
  provideHaiiloHost,
  useHaiiloConfig,
  useHaiiloConnection,
  useHaiiloHost,
  type HaiiloHostReady,
  type RegisteredConfig,
  type RegisteredHost,
} from '@haiilo-kit/vue'
import { expectTypeOf } from 'vitest'
import { createApp, type ShallowRef } from 'vue'
import { host, type LunchConfig } from './host.js'

expectTypeOf<RegisteredHost>().toEqualTypeOf<typeof host>()
expectTypeOf<RegisteredConfig>().toEqualTypeOf<LunchConfig>()
expectTypeOf<HaiiloHostReady['config']>().toEqualTypeOf<LunchConfig>()

expectTypeOf(useHaiiloConfig()).toEqualTypeOf<Readonly<ShallowRef<LunchConfig>>>()
expectTypeOf(useHaiiloConnection()).toEqualTypeOf<typeof host>()
expectTypeOf(useHaiiloHost(({ config }) => config?.canteen).value).toEqualTypeOf<'north' | 'south' | undefined>()

const { snapshot, config } = useHaiiloHost()
expectTypeOf(config.value).toEqualTypeOf<LunchConfig | undefined>()
if (snapshot.value.status === 'ready') expectTypeOf(snapshot.value.config).toEqualTypeOf<LunchConfig>()
else expectTypeOf(snapshot.value.config).toEqualTypeOf<undefined>()

// @ts-expect-error the configuration does not have this field
useHaiiloConfig().value.kitchen

createApp({}).use(HaiiloHostPlugin, host)
// tests may provide a host without a configuration parser, regardless of the registered type
createApp({}).use(HaiiloHostPlugin, createHaiiloHost())
provideHaiiloHost(createHaiiloHost())
