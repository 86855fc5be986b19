/** From the wrapper page, after it was loaded. The tenant's page answers with a {@link LoadMessage}. */
interface ReadyMessage {
  readonly type: 'haiilo-kit.wrapper.ready'
}

/** From the tenant's page: the plug-in that the wrapper page loads. */
export interface LoadMessage {
  readonly type: 'haiilo-kit.wrapper.load'
  readonly url: string
  /** The origin of messages from the plug-in; `null` for an opaque one. */
  readonly origin: string
  /** Attributes of the plug-in's frame. */
  readonly sandbox: string
  readonly allow: string
}

/** The options of `runWrapperPage`. */
export interface WrapperPageOptions {
  /** Origins of the pages that may embed this wrapper page, as the tenants do. */
  readonly tenants: readonly string[]
}

/**
 * Turns this page into a simulated wrapper page, such as that of a mobile app. The tenant's page embeds this page, and this page embeds the
 * plug-in and forwards messages in both directions. The plug-in then sees the origin of this page instead of the tenant's.
 *
 * Pass the URL of this page as the option `wrapper` of `embed`. It is an assumption that the real mobile app works like this.
 *
 * @example
 * ```ts
 * runWrapperPage({ tenants: ['http://home.localhost:4400'] })
 * ```
 */
export function runWrapperPage({ tenants }: WrapperPageOptions): void {
  let frame: HTMLIFrameElement | undefined
  let tenant = ''
  let pluginOrigin = ''

  function load({ url, origin, sandbox, allow }: LoadMessage): void {
    frame?.remove()
    frame = document.createElement('iframe')
    frame.setAttribute('sandbox', sandbox)
    frame.title = document.title
    frame.allow = allow
    frame.referrerPolicy = 'strict-origin'
    frame.style.cssText = 'position: fixed; inset: 0; inline-size: 100%; block-size: 100%; border: 0'
    frame.src = url
    pluginOrigin = origin
    document.body.append(frame)
  }

  addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
    if (source === parent && tenants.includes(origin)) {
      tenant = origin
      if (isLoad(data)) load(data)
      // an opaque origin cannot be a target origin
      else frame?.contentWindow?.postMessage(data, pluginOrigin === 'null' ? '*' : pluginOrigin)
    } else if (frame && source === frame.contentWindow && origin === pluginOrigin) {
      parent.postMessage(data, tenant)
    }
  })
  const ready: ReadyMessage = { type: 'haiilo-kit.wrapper.ready' }
  // contains nothing secret, and the origin of the tenant is not known yet
  parent.postMessage(ready, '*')
}

/** Whether a message is the {@link ReadyMessage} of a wrapper page. */
export function isReady(data: unknown): data is ReadyMessage {
  return hasType(data, 'haiilo-kit.wrapper.ready')
}

function isLoad(data: unknown): data is LoadMessage {
  return hasType(data, 'haiilo-kit.wrapper.load')
}

function hasType(data: unknown, type: string): boolean {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === type
}
