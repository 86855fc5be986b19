import { CONNECTING } from '@haiilo-kit/core'
import type { HaiiloHost, HostSnapshot } from '@haiilo-kit/core'
import { isPlatformServer } from '@angular/common'
import {
  afterNextRender,
  DestroyRef,
  inject,
  makeStateKey,
  NgZone,
  PLATFORM_ID,
  signal,
  TransferState,
} from '@angular/core'
import type { Signal } from '@angular/core'

/** Set by the server, so that the browser knows that the page was rendered on a server. */
const SERVER_RENDERED = makeStateKey<true>('haiilo-kit')

/**
 * Opens the host and returns its current snapshot as a signal, which is updated until the injector is destroyed. On a server it does not
 * open the host, and the snapshot is always `connecting`. During hydration it is `connecting` too: if the result of an `@if` were different
 * from that of the server, both branches would be shown until the application is stable.
 */
export function injectSnapshot<Config>(host: HaiiloHost<Config>): Signal<HostSnapshot<Config>> {
  const transferred = inject(TransferState)
  if (isPlatformServer(inject(PLATFORM_ID))) {
    transferred.set(SERVER_RENDERED, true)
    return signal(CONNECTING)
  }
  const zone = inject(NgZone)
  let hydrating = transferred.hasKey(SERVER_RENDERED)
  const snapshot = signal(hydrating ? CONNECTING : host.getSnapshot())
  inject(DestroyRef).onDestroy(zone.runOutsideAngular(() => host.subscribe(update)))
  if (hydrating) {
    afterNextRender(() => {
      hydrating = false
      transferred.remove(SERVER_RENDERED)
      update()
    })
  }
  return snapshot

  function update(): void {
    if (!hydrating) zone.run(() => snapshot.set(host.getSnapshot()))
  }
}
