import { isPlatformServer } from '@angular/common'
import { inject, PLATFORM_ID, untracked } from '@angular/core'
import { Router } from '@angular/router'
import type { UrlTree } from '@angular/router'
import { injectHaiiloHost } from '../index.js'

export interface HaiiloHostReadyGuardOptions {
  /** Where to go when there is no verified host: a URL of the app, such as `/problem`. It always passes itself. */
  readonly failed: string
}

/**
 * A guard, for `canActivate`, `canActivateChild` and `canMatch`, that lets pass once the host is ready, and redirects to `failed` when there is
 * none. Nothing of the error is in the URL: the page there reads it from `HaiiloHostService`. On a server it lets pass at once, and
 * `*haiiloHostReady` shows its `loading`: the host is only there on the page.
 *
 * @throws {HaiiloError} When the route is entered: `ERR_PROVIDER_MISSING`
 * @example
 * ```ts
 * { path: '', component: Lunch, canActivate: [haiiloHostReadyGuard({ failed: '/problem' })] }
 * ```
 */
export function haiiloHostReadyGuard({ failed }: HaiiloHostReadyGuardOptions): () => Promise<true | UrlTree> {
  return async () => {
    const { host } = injectHaiiloHost()
    const router = inject(Router)
    if (isPlatformServer(inject(PLATFORM_ID))) return true
    const problem = router.parseUrl(failed)
    // else a guard above all routes would redirect for ever
    const target = untracked(router.currentNavigation)?.extractedUrl
    if (String(target) === String(problem)) return true
    return host.ready().then(
      () => true as const,
      () => problem,
    )
  }
}
