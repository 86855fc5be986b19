import { readEnvironment } from '../connection/environment.js'
import { createAdapterConnection, type AdapterConnection, type AdapterOptions } from './adapter-connection.js'
import { JwkStore, type Jwk } from './jwk-store.js'
import { createWarner } from './warn-once.js'

/** What all versions of the vendor's adapter have in common. */
export class CommonAdapter {
  /** The source id of this instance. Empty if the page has none. */
  readonly srcId: string
  protected readonly plugin: AdapterConnection
  protected readonly warn: (message: string) => void = createWarner()

  /**
   * @param srcId Default: the parameter `src` of the URL with which the page was loaded.
   * @param options What the vendor's adapter does not have, such as `backends` or `embedders`.
   */
  constructor(
    srcId?: string,
    protected readonly options: AdapterOptions = {},
  ) {
    this.srcId = srcId || readEnvironment().source || ''
    this.plugin = createAdapterConnection(this.srcId, 'plugin', options, this.warn)
  }

  /**
   * Calls `callback` when an older host enters or leaves its edit mode. Replaces an earlier callback.
   *
   * @param callback Gets whether the page is being edited, and what happened: `enter`, `save` or `cancel`.
   * @returns A function that removes the callback.
   */
  onEdit(callback: (edit: boolean, action: string | undefined) => void): () => void {
    return this.plugin.register('message', (host) =>
      host.on('edit', ({ claims }) => callback(claims['stt.edit'], claims['stt.action'])),
    )
  }

  /** Trusts keys of an issuer. Call it before `init()`. See {@link JwkStore.addJwk}. */
  addJwk(test: RegExp | string, ...jwks: readonly Jwk[]): void {
    JwkStore.getInstance().addJwk(test, ...jwks)
  }

  /** Trusts the key documents of an origin. Call it before `init()`. See {@link JwkStore.addHost}. */
  addJwkHost(url: string): void {
    JwkStore.getInstance().addHost(url)
  }
}
