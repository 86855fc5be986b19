import { memoryTransport, type HostTransport } from '@haiilo-kit/core'
import type { PageSession, PageSessionOptions } from './page-session.js'

/** Opens a session with a page in this process and returns the plug-in's end of the transport. */
export function connectInMemory(
  issuer: string,
  open: (options: Pick<PageSessionOptions, 'embedded' | 'presence' | 'post'>) => PageSession,
): HostTransport {
  const { plugin, host } = memoryTransport()
  let listeners = 0
  let hasListened = false
  const session = open({
    embedded: false,
    presence: () => (listeners > 0 ? 'present' : hasListened ? 'gone' : 'expected'),
    post: (data, origin = issuer) => host.post(data, origin),
  })
  host.listen((data, targetOrigin) => {
    if (targetOrigin === '*' || targetOrigin === issuer) session.receive(data)
    else
      session.record(
        'refused',
        `sent to ${targetOrigin}, but this host is ${issuer}: a browser would not have delivered it`,
      )
  })
  return {
    hint: issuer,
    post: plugin.post,
    listen(receiver) {
      const stop = plugin.listen(receiver)
      hasListened = true
      listeners += 1
      return () => {
        stop()
        listeners -= 1
      }
    },
  }
}
