import { createHaiiloHost } from '@haiilo-kit/core'
import type { HaiiloHost } from '@haiilo-kit/core'
import { isHost, type HostOrOptions } from '@haiilo-kit/core/binding'
import { DestroyRef, inject, makeEnvironmentProviders } from '@angular/core'
import type { EnvironmentProviders } from '@angular/core'
import { HaiiloHostService } from './haiilo-host-service.js'
import { PROVIDED_HOST } from './provided-host.js'

/**
 * Provides a host to an application, or to the routes that have it in their `providers`.
 *
 * @param given A host, which you own; or options, from which a host is created on first use and closed when the injector is destroyed; or a
 * function that returns a host or options and may call `inject()`.
 * @throws {TypeError} The argument is neither a host nor options. For the result of a function, this is thrown on first use.
 * @example
 * ```ts
 * import { bootstrapApplication } from '@angular/platform-browser'
 *
 * bootstrapApplication(App, { providers: [provideHaiiloHost(host)] })
 * ```
 */
export function provideHaiiloHost(given: HostOrOptions | (() => HostOrOptions)): EnvironmentProviders {
  if (typeof given !== 'function') {
    checkHost(given)
    return provideHaiiloHost(() => given)
  }
  return makeEnvironmentProviders([
    { provide: PROVIDED_HOST, useFactory: () => openHost(given()) },
    // also provided here, not only in root: routes with their own host need their own service
    HaiiloHostService,
  ])
}

function openHost(given: HostOrOptions): HaiiloHost<unknown> {
  if (checkHost(given)) return given
  const host = createHaiiloHost(given)
  inject(DestroyRef).onDestroy(host.close)
  return host
}

function checkHost(given: HostOrOptions): given is HaiiloHost<unknown> {
  return isHost(given, 'provideHaiiloHost()')
}
