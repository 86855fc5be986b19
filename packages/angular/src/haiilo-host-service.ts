import { onSave } from '@haiilo-kit/core'
import type {
  HaiiloError,
  HostContext,
  HostSnapshot,
  HostSubject,
  ReadySnapshot,
  SaveHandler,
  VerifiedMessage,
} from '@haiilo-kit/core'
import { hostNotReady, isShallowEqual } from '@haiilo-kit/core/binding'
import { computed, DestroyRef, inject, Injectable, NgZone } from '@angular/core'
import type { Signal } from '@angular/core'
import { Observable } from 'rxjs'
import { injectSnapshot } from './inject-snapshot.js'
import { injectProvidedHost } from './provided-host.js'
import type { RegisteredConfig, RegisteredHost } from './register.js'

/**
 * What an application knows of its host, as signals, and what it can ask of it. The functions are closures, safe to pass around; with
 * zone.js, the host is listened to outside Angular's zone, and handlers are called inside.
 *
 * @throws {HaiiloError} When it is injected: `ERR_PROVIDER_MISSING`
 * @example
 * ```ts
 * readonly host = inject(HaiiloHostService)
 * readonly greeting = computed(() => `Enjoy, ${this.host.context().userName}`)
 * ```
 */
@Injectable({ providedIn: 'root' })
export class HaiiloHostService {
  /** The host itself, as `createHaiiloHost` made it: for what takes a host, and for tests. */
  declare readonly host: RegisteredHost
  /** The present snapshot, a union on `status`: testing that narrows the rest. */
  declare readonly snapshot: Signal<HostSnapshot<RegisteredConfig>>
  /** `connecting`, `ready`, `failed` or `closed`. */
  declare readonly status: Signal<HostSnapshot['status']>
  /**
   * Who is looking, verified; the same object while equal.
   *
   * @throws {HaiiloError} When it is read while the host is not ready: `ERR_HOST_NOT_READY`
   */
  declare readonly context: Signal<HostContext>
  /**
   * The configuration; the same object while equal.
   *
   * @throws {HaiiloError} When it is read while the host is not ready: `ERR_HOST_NOT_READY`
   */
  declare readonly config: Signal<RegisteredConfig>
  /** Why there is no verified host, while `failed`. */
  declare readonly error: Signal<HaiiloError | undefined>
  /**
   * A signal of something in the snapshot, which changes only when that does: the value, or a member of the plain object or array.
   *
   * @example
   * ```ts
   * readonly name = injectHaiiloHost().select(({ context }) => context?.userName)
   * ```
   */
  declare readonly select: <Selection>(
    pick: (snapshot: HostSnapshot<RegisteredConfig>) => Selection,
  ) => Signal<Selection>
  /** Sends a message to the verified host, as {@link HaiiloHost.send} does. */
  declare readonly send: RegisteredHost['send']
  /** Sends a message and resolves with the host's verified answer, as {@link HaiiloHost.request} does. */
  declare readonly request: RegisteredHost['request']
  /** Tells the host what height the frame needs, in CSS pixels, as {@link HaiiloHost.setHeight} does. */
  declare readonly setHeight: RegisteredHost['setHeight']
  /** Resolves with a fresh token for the back end, as {@link HaiiloHost.getToken} does. */
  declare readonly getToken: RegisteredHost['getToken']
  /** Asks anew after `failed` or `closed`, as {@link HaiiloHost.retry} does. */
  declare readonly retry: RegisteredHost['retry']
  /** Ends the connection, as {@link HaiiloHost.close} does. */
  declare readonly close: RegisteredHost['close']
  /** Calls `handler` for each verified message of the host with this subject, as {@link HaiiloHost.on} does. */
  declare readonly on: RegisteredHost['on']
  /** The verified messages of the host with this subject. Listens while somebody is subscribed. */
  declare readonly messages: <Subject extends HostSubject>(subject: Subject) => Observable<VerifiedMessage<Subject>>
  /**
   * Answers the host's "save" on a configuration view, and gives back the function that stops it. Called where `inject()` works, as in a
   * constructor, it stops by itself when that component is destroyed.
   *
   * @throws {TypeError} This is not a configuration view.
   * @example
   * ```ts
   * constructor() {
   *   injectHaiiloHost().onSave(() => this.form.valid && this.form.getRawValue())
   * }
   * ```
   */
  declare readonly onSave: (handler: SaveHandler) => () => void

  constructor() {
    const zone = inject(NgZone)
    // the one cast of this package: the app says in HaiiloRegister which host it provides, and nothing at run time could check that
    const host = injectProvidedHost() as RegisteredHost
    const snapshot = injectSnapshot(host)
    const on: RegisteredHost['on'] = (subject, handler) =>
      host.on(subject, (message) => zone.run(() => handler(message)))

    const members: Members = {
      ...host,
      host,
      snapshot,
      status: computed(() => snapshot().status),
      context: computed(() => onlyReady(snapshot()).context),
      config: computed(() => onlyReady(snapshot()).config),
      error: computed(() => snapshot().error),
      select: (pick) => computed(() => pick(snapshot()), { equal: isShallowEqual }),
      retry: () => zone.runOutsideAngular(host.retry),
      on,
      messages: (subject) => new Observable((observer) => on(subject, (message) => observer.next(message))),
      onSave(handler) {
        const stop = onSave(host, (request) => zone.run(() => handler(request)))
        callersDestroyRef()?.onDestroy(stop)
        return stop
      },
    }
    Object.assign(this, members)
  }
}

type Members = { [Name in keyof HaiiloHostService]: HaiiloHostService[Name] }

function onlyReady(snapshot: HostSnapshot<RegisteredConfig>): ReadySnapshot<RegisteredConfig> {
  if (snapshot.status === 'ready') return snapshot
  throw hostNotReady('This signal', 'Put *haiiloHostReady around what reads it.')
}

/** Ends with the component, or whatever else is being made. */
function callersDestroyRef(): DestroyRef | undefined {
  try {
    return inject(DestroyRef)
  } catch {
    // nothing is being made: Angular has no other way to ask
    return undefined
  }
}
