import { reportOtherHost } from '@haiilo-kit/core/binding'
import type { HostOrOptions } from '@haiilo-kit/core/binding'
import type { HaiiloHost } from '@haiilo-kit/core'
import type { ComponentInternalInstance } from 'vue'
import { getCurrentInstance, onScopeDispose, provide } from 'vue'
import { hostKey } from './provided-host.js'
import { resolveHost } from './resolve-host.js'

const FIX = 'Call provideHaiiloHost() once per component.'

/** The first host that each component provided. */
const provided = new WeakMap<ComponentInternalInstance, HaiiloHost<unknown>>()

/**
 * Provides a host to this component and its descendants. Call it in the set-up of a component. You own a host that you pass. If you pass
 * options, a new host is created, which is closed when the current effect scope ends. That is usually when the component unmounts.
 *
 * A later call in the same component with another host warns with `ERR_HOST_CHANGED` and changes nothing.
 *
 * @param hostOrOptions Read once.
 * @throws {TypeError} The argument is neither a host nor options.
 * @example
 * ```ts
 * provideHaiiloHost({ view: 'config' })
 * const { status } = useHaiiloHost()
 * ```
 */
export function provideHaiiloHost(hostOrOptions: HostOrOptions): void {
  const component = getCurrentInstance()
  const first = component && provided.get(component)
  if (first) return reportOtherHost(first, hostOrOptions, FIX)
  const host = resolveHost(hostOrOptions, 'provideHaiiloHost', onScopeDispose)
  if (component) provided.set(component, host)
  provide(hostKey, host)
}
