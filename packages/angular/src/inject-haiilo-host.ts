import { inject } from '@angular/core'
import { HaiiloHostService } from './haiilo-host-service.js'
import { injectProvidedHost } from './provided-host.js'

/**
 * The host's state as signals, and its commands: {@link HaiiloHostService}, by a function.
 *
 * @throws {HaiiloError} `ERR_PROVIDER_MISSING`
 * @example
 * ```ts
 * readonly config = injectHaiiloHost().config
 * ```
 */
export function injectHaiiloHost(): HaiiloHostService {
  // first: a service whose making failed looks to Angular like a circular one from then on, and it says so instead of ours
  injectProvidedHost()
  return inject(HaiiloHostService)
}
