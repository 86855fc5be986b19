import {
  createHaiiloHost,
  injectHaiiloHost,
  provideHaiiloHost,
  type RegisteredConfig,
  type RegisteredHost,
} from '@haiilo-kit/angular'
import { expectTypeOf } from 'vitest'
import { host, type LunchConfig } from './host.js'

expectTypeOf<RegisteredHost>().toEqualTypeOf<typeof host>()
expectTypeOf<RegisteredConfig>().toEqualTypeOf<LunchConfig>()

export function lunch(): void {
  const service = injectHaiiloHost()
  expectTypeOf(service.config()).toEqualTypeOf<LunchConfig>()
  expectTypeOf(service.host).toEqualTypeOf<typeof host>()
  expectTypeOf(service.select(({ config }) => config?.canteen)()).toEqualTypeOf<'north' | 'south' | undefined>()

  const { status, config } = service.snapshot()
  if (status === 'ready') expectTypeOf(config).toEqualTypeOf<LunchConfig>()
  else expectTypeOf(config).toEqualTypeOf<undefined>()

  // @ts-expect-error the configuration does not have this field
  service.config().kitchen
}

export const providers = [
  provideHaiiloHost(host),
  // tests may provide a host without a configuration parser, regardless of the registered type
  provideHaiiloHost(createHaiiloHost()),
]
