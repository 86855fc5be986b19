import type { HaiiloHost } from '@haiilo-kit/core'
import { providerMissing } from '@haiilo-kit/core/binding'
import { inject, InjectionToken } from '@angular/core'

/** The host of the nearest `provideHaiiloHost()`. */
export const PROVIDED_HOST: InjectionToken<HaiiloHost<unknown>> = new InjectionToken('provideHaiiloHost')

/**
 * Injects the host of the nearest provider.
 *
 * @throws {HaiiloError} `ERR_PROVIDER_MISSING`
 */
export function injectProvidedHost(): HaiiloHost<unknown> {
  const host = inject(PROVIDED_HOST, { optional: true })
  if (host) return host
  throw providerMissing('Add provideHaiiloHost(host) to the providers of the application.')
}
