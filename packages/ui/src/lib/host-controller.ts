import type { HaiiloHost, HostSnapshot } from '@haiilo-kit/core'
import type { ReactiveController, ReactiveElement } from 'lit'

/** The part of a `HaiiloHost` that a component needs. */
export type ObservableHost = Pick<HaiiloHost<unknown>, 'getSnapshot' | 'subscribe'>

/** Renders a component again when the snapshot of its host changes, while the component is connected. */
export class HostController implements ReactiveController {
  readonly #element: ReactiveElement & { readonly host: ObservableHost | undefined }
  #subscribedHost: ObservableHost | undefined
  #unsubscribe = (): void => undefined

  constructor(element: ReactiveElement & { readonly host: ObservableHost | undefined }) {
    this.#element = element
    element.addController(this)
  }

  /** The snapshot of the host. Without a host, the status is `connecting`. */
  get snapshot(): HostSnapshot<unknown> {
    return this.#host?.getSnapshot() ?? { status: 'connecting' }
  }

  /** The host of the element, if it is valid: untyped code can set any value. */
  get #host(): ObservableHost | undefined {
    const { host } = this.#element
    return typeof host?.subscribe === 'function' && typeof host.getSnapshot === 'function' ? host : undefined
  }

  hostUpdate(): void {
    if (this.#element.isConnected) this.#subscribe(this.#host)
  }

  hostConnected(): void {
    this.#element.requestUpdate()
  }

  hostDisconnected(): void {
    this.#subscribe(undefined)
  }

  #subscribe(host: ObservableHost | undefined): void {
    if (host === this.#subscribedHost) return
    this.#unsubscribe()
    this.#subscribedHost = host
    this.#unsubscribe = host?.subscribe(() => this.#element.requestUpdate()) ?? (() => undefined)
  }
}
