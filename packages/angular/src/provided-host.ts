import type { HaiiloHost } from '@haiilo-kit/core'
import { providerMissing } from '@haiilo-kit/core/binding'
import { inject, InjectionToken } from '@angular/core'

/** The host that the nearest `provideHaiiloHost` gives. */
export const PROVIDED_HOST: InjectionToken<HaiiloHost<unknown>> = new InjectionToken('provideHaiiloHost')

/** What the nearest provider gives; the one place where a missing one is noticed. */
export function injectProvidedHost(): HaiiloHost<unknown> {
  const host = inject(PROVIDED_HOST, { optional: true })
  if (host) return host
  throw providerMissing('Add provideHaiiloHost(host) to the providers of the application.')
}
