import type { HostOrOptions } from '@haiilo-kit/core/binding'
import type { App } from 'vue'
import { HaiiloHostBoundary } from './haiilo-host-boundary.js'
import { hostKey } from './provided-host.js'
import { resolveHost } from './resolve-host.js'
import { vHaiiloHeight } from './v-haiilo-height.js'

/**
 * Provides a host to an app, and registers `<HaiiloHostBoundary>` and `v-haiilo-height` for its templates. You own a host that you
 * pass. If you pass options, a host is created, and closed when the app unmounts.
 *
 * @param hostOrOptions Read once.
 * @throws {TypeError} The argument is neither a host nor options.
 * @example
 * ```ts
 * import { createApp } from 'vue'
 *
 * createApp(Lunch).use(HaiiloHostPlugin, host).mount('#root')
 * ```
 */
export function HaiiloHostPlugin(app: App, hostOrOptions: HostOrOptions): void {
  app
    .provide(
      hostKey,
      resolveHost(hostOrOptions, 'HaiiloHostPlugin', (end) => app.onUnmount(end)),
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
