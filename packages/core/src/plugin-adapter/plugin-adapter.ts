import type { HaiiloHost } from '../connection/haiilo-host.js'
import { onSave } from '../save/on-save.js'
import { nestClaims, warnOfFlatNames, type AdapterData } from './adapter-claims.js'
import { createAdapterConnection, INIT_TIMEOUT, type AdapterConnection } from './adapter-connection.js'
import { CommonAdapter } from './common-adapter.js'

/**
 * The API of the vendor's `PluginAdapter` 0.3 on the verified connection of this package. To migrate, change the import and nothing else.
 * The migration guide lists what differs.
 *
 * @example
 * ```ts
 * const adapter = new PluginAdapter()
 * const { claims } = await adapter.init()
 * adapter.observeHeight(false, 'main')
 * ```
 */
export class PluginAdapter extends CommonAdapter {
  readonly #config: AdapterConnection = createAdapterConnection(this.srcId, 'config', this.options, this.warn)

  /**
   * Connects to the host and resolves with verified claims, grouped: `claims.ctx.userName`.
   *
   * @param config Whether this page is the configuration view.
   * @param timeout Milliseconds. The timeout of the first call counts.
   * @param validate Has no effect: tokens are always verified.
   * @throws {HaiiloError} The reason why there is no verified token, such as `ERR_HANDSHAKE_TIMEOUT` or `ERR_TOKEN_EXPIRED`.
   */
  async init(config = false, timeout: number = INIT_TIMEOUT, validate = true): Promise<AdapterData> {
    const first: unknown = config
    if (typeof first === 'number') {
      this.warn(`The first argument of init() is \`config\`. Write init(false, ${first}).`)
      return this.init(false, first, validate)
    }
    if (!validate) this.warn('init() always verifies the token. Remove the argument `validate`.')
    const { claims, token } = await this.#connectionOf(config).init(timeout)
    const data = { claims: warnOfFlatNames(nestClaims(claims), 'claims', claims, this.warn), validated: true as const }
    Object.defineProperty(data, 'token', { value: token })
    return warnOfFlatNames(data, 'claims', claims, this.warn) as AdapterData
  }

  /**
   * Calls `callback` when a person presses "save" in the host's settings dialog. Replaces an earlier callback.
   *
   * @param callback Calls `respond` with `true` (saved, nothing to store), `false` (do not save) or the values to store. Without a response
   *   within 30 seconds, the host gets `false`.
   * @param validate Has no effect: tokens are always verified.
   * @returns A function that removes the callback.
   */
  onSave(callback: (respond: (data: boolean | object) => void, token: string) => void, validate = true): () => void {
    if (!validate) this.warn('onSave() always verifies the token. Remove the argument `validate`.')
    return this.#config.register('message', (host) =>
      onSave(host, ({ message }) => new Promise((respond) => callback(respond, message.token))),
    )
  }

  /**
   * Sends the height of an element to the host, now and after every change. Replaces the element that was observed before.
   *
   * @param config Whether this page is the configuration view.
   * @param selectors Selects the element. For `html`, the height of the body is sent.
   * @returns A function that stops it.
   */
  observeHeight(config = false, selectors = 'html'): () => void {
    const first: unknown = config
    if (typeof first === 'string') {
      this.warn(`The first argument of observeHeight() is \`config\`. Write observeHeight(false, '${first}').`)
      return this.observeHeight(false, first)
    }
    return this.#connectionOf(config).observeHeight(selectors)
  }

  /**
   * The connection of this adapter, for everything else in this package: `haiiloFetch(adapter.host(), '/api/menu')`. With it, a plug-in can be
   * migrated one call at a time.
   *
   * @param config Whether this page is the configuration view.
   */
  host(config = false): HaiiloHost {
    return this.#connectionOf(config).host()
  }

  #connectionOf(config: boolean): AdapterConnection {
    return config ? this.#config : this.plugin
  }
}
