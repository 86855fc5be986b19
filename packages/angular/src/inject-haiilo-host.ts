import { inject } from '@angular/core'
import { HaiiloHostService } from './haiilo-host-service.js'
import { injectProvidedHost } from './provided-host.js'

/**
 * Injects {@link HaiiloHostService}: the state of the host as signals, and the commands of the host.
 *
 * @throws {HaiiloError} `ERR_PROVIDER_MISSING`
 * @example
 * ```ts
 * export class LunchMenu {
 *   readonly config = injectHaiiloHost().config
 * }
 * ```
 */
export function injectHaiiloHost(): HaiiloHostService {
  // checks for the provider first: after the constructor of a service threw, Angular reports a circular dependency instead
  injectProvidedHost()
  return inject(HaiiloHostService)
}
