import type { HostOrOptions } from '@haiilo-kit/core/binding'
import type { App } from 'vue'
import { HaiiloHostBoundary } from './haiilo-host-boundary.js'
import { hostKey } from './provided-host.js'
import { takeHost } from './take-host.js'
import { vHaiiloHeight } from './v-haiilo-height.js'

/**
 * Gives an app its host, and its templates `<HaiiloHostBoundary>` and `v-haiilo-height`. A host stays yours; of options a host is made
 * that lives until the app is unmounted.
 *
 * @param hostOrOptions Read once.
 * @throws {TypeError} It is neither a host nor options.
 * @example
 * ```ts
 * createApp(Lunch).use(HaiiloHostPlugin, host).mount('#root')
 * ```
 */
export function HaiiloHostPlugin(app: App, hostOrOptions: HostOrOptions): void {
  app
    .provide(
      hostKey,
      takeHost(hostOrOptions, 'HaiiloHostPlugin', (end) => app.onUnmount(end)),
    )
    .component('HaiiloHostBoundary', HaiiloHostBoundary)
    .directive('haiilo-height', vHaiiloHeight)
}

declare module 'vue' {
  interface GlobalComponents {
    HaiiloHostBoundary: typeof HaiiloHostBoundary
  }
  interface GlobalDirectives {
    vHaiiloHeight: typeof vHaiiloHeight
  }
}
