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
 * The state of the host as signals, and the commands of the host. All functions are closures, so they are safe to pass around. With
 * zone.js, the service listens to the host outside Angular's zone and calls handlers inside it.
 *
 * @throws {HaiiloError} `ERR_PROVIDER_MISSING` when it is injected
 * @example
 * ```ts
 * import { computed, inject } from '@angular/core'
 *
 * export class Greeting {
 *   readonly host = inject(HaiiloHostService)
 *   readonly text = computed(() => `Enjoy, ${this.host.context().userName}`)
 * }
 * ```
 */
@Injectable({ providedIn: 'root' })
export class HaiiloHostService {
  /** The host itself, as `createHaiiloHost` created it, for functions that take a host and for tests. */
  declare readonly host: RegisteredHost
  /** The current snapshot, a union discriminated by `status`: checking `status` narrows the other fields. */
  declare readonly snapshot: Signal<HostSnapshot<RegisteredConfig>>
  /** `connecting`, `ready`, `failed` or `closed`. */
  declare readonly status: Signal<HostSnapshot['status']>
  /**
   * The verified user and tenant. It stays the same object until it changes.
   *
   * @throws {HaiiloError} `ERR_HOST_NOT_READY` when it is read while the host is not ready
   */
  declare readonly context: Signal<HostContext>
  /**
   * The configuration. It stays the same object until it changes.
   *
   * @throws {HaiiloError} `ERR_HOST_NOT_READY` when it is read while the host is not ready
   */
  declare readonly config: Signal<RegisteredConfig>
  /** Why the connection failed. `undefined` unless `status` is `failed`. */
  declare readonly error: Signal<HaiiloError | undefined>
  /**
   * Returns a signal with the result of `pick`. The signal changes only when the result changes. Plain objects and arrays are compared
   * member by member, other values by identity.
   *
   * @example
   * ```ts
   * export class Greeting {
   *   readonly name = injectHaiiloHost().select(({ context }) => context?.userName)
   * }
   * ```
   */
  declare readonly select: <Selection>(
    pick: (snapshot: HostSnapshot<RegisteredConfig>) => Selection,
  ) => Signal<Selection>
  /** Sends a message to the verified host. See {@link HaiiloHost.send}. */
  declare readonly send: RegisteredHost['send']
  /** Sends a message and resolves with the host's verified response. See {@link HaiiloHost.request}. */
  declare readonly request: RegisteredHost['request']
  /** Sends the height that the frame needs, in CSS pixels, to the host. See {@link HaiiloHost.setHeight}. */
  declare readonly setHeight: RegisteredHost['setHeight']
  /** Resolves with a token for the back end. See {@link HaiiloHost.getToken}. */
  declare readonly getToken: RegisteredHost['getToken']
  /** Opens the connection again after `failed` or `closed`. See {@link HaiiloHost.retry}. */
  declare readonly retry: RegisteredHost['retry']
  /** Closes the connection. See {@link HaiiloHost.close}. */
  declare readonly close: RegisteredHost['close']
  /** Calls `handler` for each verified message with this subject that the host sends. See {@link HaiiloHost.on}. */
  declare readonly on: RegisteredHost['on']
  /** Returns an Observable of the verified messages with this subject. It listens while it has subscribers. */
  declare readonly messages: <Subject extends HostSubject>(subject: Subject) => Observable<VerifiedMessage<Subject>>
  /**
   * Answers "save" requests of the host on a configuration view, and returns the function that stops it. If you call it in an injection
   * context, such as the constructor of a component, it stops when the component is destroyed.
   *
   * @throws {TypeError} The page is not a configuration view.
   * @example
   * ```ts
   * export class Settings {
   *   canteen = ''
   *   constructor() {
   *     injectHaiiloHost().onSave(() => this.canteen !== '' && { canteen: this.canteen })
   *   }
   * }
   * ```
   */
  declare readonly onSave: (handler: SaveHandler) => () => void

  constructor() {
    const zone = inject(NgZone)
    // a cast: the app declares the type of its host in HaiiloRegister, which cannot be checked at run time
    const host = injectProvidedHost() as RegisteredHost
    const snapshot = injectSnapshot(host)
    const on: RegisteredHost['on'] = (subject, handler) =>
      host.on(subject, (message) => zone.run(() => handler(message)))

    const members: Members = {
      ...host,
      host,
      snapshot,
      status: computed(() => snapshot().status),
      context: computed(() => requireReady(snapshot()).context),
      config: computed(() => requireReady(snapshot()).config),
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

function requireReady(snapshot: HostSnapshot<RegisteredConfig>): ReadySnapshot<RegisteredConfig> {
  if (snapshot.status === 'ready') return snapshot
  throw hostNotReady('This signal', 'Put *haiiloHostReady around the code that reads it.')
}

/** Returns the `DestroyRef` of the component or service that is being created, if any. */
function callersDestroyRef(): DestroyRef | undefined {
  try {
    return inject(DestroyRef)
  } catch {
    // not in an injection context: Angular offers no other way to check
    return undefined
  }
}
