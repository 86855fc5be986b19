import { reportOtherHost } from '@haiilo-kit/core/binding'
import type { HostOrOptions } from '@haiilo-kit/core/binding'
import type { HaiiloHost } from '@haiilo-kit/core'
import type { ComponentInternalInstance } from 'vue'
import { getCurrentInstance, onScopeDispose, provide } from 'vue'
import { hostKey } from './provided-host.js'
import { takeHost } from './take-host.js'

const PROVIDER = 'provideHaiiloHost'
const FIX = 'Call provideHaiiloHost() once per component.'

/** The first host of each component that gives one. */
const provided = new WeakMap<ComponentInternalInstance, HaiiloHost<unknown>>()

/**
 * Gives this component and those below it their host; to be called in a set-up. A host stays yours; of options a host is made that lives
 * as long as the scope, as a rule that of the component.
 *
 * A second call in the same component warns with `ERR_HOST_CHANGED` and changes nothing.
 *
 * @param hostOrOptions Read once.
 * @throws {TypeError} It is neither a host nor options.
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
  const host = takeHost(hostOrOptions, PROVIDER, onScopeDispose)
  if (component) provided.set(component, host)
  provide(hostKey, host)
}
