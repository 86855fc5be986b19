import type { HaiiloHost, HostSnapshot } from '@haiilo-kit/core'
import type { ReactiveController, ReactiveElement } from 'lit'

/** What a component needs of a connection: any `HaiiloHost` has it. */
export type ObservableHost = Pick<HaiiloHost<unknown>, 'getSnapshot' | 'subscribe'>

/** Draws a component anew when the state of its host changes, as long as the component is on the page. */
export class HostController implements ReactiveController {
  readonly #element: ReactiveElement & { readonly host: ObservableHost | undefined }
  #followed: ObservableHost | undefined
  #unfollow = (): void => undefined

  constructor(element: ReactiveElement & { readonly host: ObservableHost | undefined }) {
    this.#element = element
    element.addController(this)
  }

  /** The state of the host; without one, it is still connecting. */
  get snapshot(): HostSnapshot<unknown> {
    return this.#host?.getSnapshot() ?? { status: 'connecting' }
  }

  /** What a page gives may be anything. */
  get #host(): ObservableHost | undefined {
    const { host } = this.#element
    return typeof host?.subscribe === 'function' && typeof host.getSnapshot === 'function' ? host : undefined
  }

  hostUpdate(): void {
    if (this.#element.isConnected) this.#follow(this.#host)
  }

  hostConnected(): void {
    this.#element.requestUpdate()
  }

  hostDisconnected(): void {
    this.#follow(undefined)
  }

  #follow(host: ObservableHost | undefined): void {
    if (host === this.#followed) return
    this.#unfollow()
    this.#followed = host
    this.#unfollow = host?.subscribe(() => this.#element.requestUpdate()) ?? (() => undefined)
  }
}
