import { isPlatformServer } from '@angular/common'
import { inject, PLATFORM_ID, untracked } from '@angular/core'
import { Router } from '@angular/router'
import type { UrlTree } from '@angular/router'
import { injectHaiiloHost } from '../index.js'

/** The options of `haiiloHostReadyGuard`. */
export interface HaiiloHostReadyGuardOptions {
  /** The URL in the app to redirect to when the connection failed, such as `/problem`. The guard always allows this URL. */
  readonly failed: string
}

/**
 * Returns a guard for `canActivate`, `canActivateChild` and `canMatch`. It waits for the host. When the host is ready, it allows the route;
 * when the connection fails or is closed, it redirects to `failed`. The URL contains nothing about the error: read it from `HaiiloHostService`. On a
 * server, which has no host, the guard allows every route at once, and `*haiiloHostReady` renders `loading`.
 *
 * @throws {HaiiloError} `ERR_PROVIDER_MISSING` when a route is entered
 * @example
 * ```ts
 * export const routes = [{ path: '', component: Lunch, canActivate: [haiiloHostReadyGuard({ failed: '/problem' })] }]
 * ```
 */
export function haiiloHostReadyGuard({ failed }: HaiiloHostReadyGuardOptions): () => Promise<true | UrlTree> {
  return async () => {
    const { host } = injectHaiiloHost()
    const router = inject(Router)
    if (isPlatformServer(inject(PLATFORM_ID))) return true
    const problem = router.parseUrl(failed)
    // otherwise, a guard above all routes would redirect forever
    const target = untracked(router.currentNavigation)?.extractedUrl
    if (String(target) === String(problem)) return true
    return host.ready().then(
      () => true as const,
      () => problem,
    )
  }
}
