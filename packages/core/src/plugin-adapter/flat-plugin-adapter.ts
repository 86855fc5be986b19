import type { HaiiloHost } from '../connection/haiilo-host.js'
import type { FlatClaims } from './adapter-claims.js'
import { INIT_TIMEOUT } from './adapter-connection.js'
import { CommonAdapter } from './common-adapter.js'

/**
 * The API of the vendor's `PluginAdapter` 0.1 on the verified connection of this package. To migrate, change the import and nothing else.
 * The migration guide lists what differs.
 *
 * @example
 * ```ts
 * import { PluginAdapter } from '@haiilo-kit/core/plugin-adapter-0.1'
 *
 * const adapter = new PluginAdapter()
 * const claims = await adapter.init()
 * console.log(claims['ctx.userName'])
 * ```
 */
export class FlatPluginAdapter extends CommonAdapter {
  /**
   * Connects to the host and resolves with verified claims, with dotted names: `claims['ctx.userName']`.
   *
   * @param timeout Milliseconds. The timeout of the first call counts.
   * @throws {HaiiloError} The reason why there is no verified token, such as `ERR_HANDSHAKE_TIMEOUT` or `ERR_TOKEN_EXPIRED`.
   */
  async init(timeout: number = INIT_TIMEOUT): Promise<FlatClaims> {
    return (await this.plugin.init(timeout)).claims
  }

  /**
   * Sends the height of an element to the host, now and after every change. Replaces the element that was observed before.
   *
   * @param selectors Selects the element. For `html`, the height of the body is sent.
   * @returns A function that stops it.
   */
  observeHeight(selectors = 'html'): () => void {
    return this.plugin.observeHeight(selectors)
  }

  /** The connection of this adapter, for everything else in this package. With it, a plug-in can be migrated one call at a time. */
  host(): HaiiloHost {
    return this.plugin.host()
  }
}
