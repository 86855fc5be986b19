import type { HostOrOptions } from '@haiilo-kit/core/binding'
import { onScopeDispose, provide } from 'vue'
import { hostKey } from './provided-host.js'
import { takeHost } from './take-host.js'

/**
 * Gives this component and those below it their host; to be called in a set-up. A host stays yours; of options a host is made that lives
 * as long as the scope, as a rule that of the component.
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
  provide(hostKey, takeHost(hostOrOptions, 'provideHaiiloHost', onScopeDispose))
}
