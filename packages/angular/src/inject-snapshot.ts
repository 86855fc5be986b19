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

/** Tells the browser that a server rendered this page. */
const RENDERED = makeStateKey<true>('haiilo-kit')

/**
 * The present snapshot of a host, until the injector is destroyed. Opens the host, unless this is a server: there it is `connecting`,
 * whatever the host knows. So it is in the first rendering of a page that a server rendered: an `@if` that decides otherwise would show
 * both of its branches until the application is stable.
 */
export function injectSnapshot<Config>(host: HaiiloHost<Config>): Signal<HostSnapshot<Config>> {
  const transferred = inject(TransferState)
  if (isPlatformServer(inject(PLATFORM_ID))) {
    transferred.set(RENDERED, true)
    return signal(CONNECTING)
  }
  const zone = inject(NgZone)
  let hydrating = transferred.hasKey(RENDERED)
  const snapshot = signal(hydrating ? CONNECTING : host.getSnapshot())
  inject(DestroyRef).onDestroy(zone.runOutsideAngular(() => host.subscribe(update)))
  if (hydrating) {
    afterNextRender(() => {
      hydrating = false
      transferred.remove(RENDERED)
      update()
    })
  }
  return snapshot

  function update(): void {
    if (!hydrating) zone.run(() => snapshot.set(host.getSnapshot()))
  }
}
