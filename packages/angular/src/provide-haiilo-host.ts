import { createHaiiloHost } from '@haiilo-kit/core'
import type { HaiiloHost } from '@haiilo-kit/core'
import { isHost, type HostOrOptions } from '@haiilo-kit/core/binding'
import { DestroyRef, inject, makeEnvironmentProviders } from '@angular/core'
import type { EnvironmentProviders } from '@angular/core'
import { HaiiloHostService } from './haiilo-host-service.js'
import { PROVIDED_HOST } from './provided-host.js'

/**
 * Gives an application, or the routes that have it in their `providers`, their host.
 *
 * @param given A host, which stays yours; or the options of one, which is made when it is first asked for and closed when the injector is
 * destroyed; or a function that gives one of both, which may `inject()`.
 * @throws {TypeError} It is neither; of a function, when the host is first asked for.
 * @example
 * ```ts
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
    // not only in root: routes with a host of their own get a service of their own
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
