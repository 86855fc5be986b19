import { memoryTransport, type HostTransport } from '@haiilo-kit/core'
import type { LoadedPage, PageOptions } from './loaded-page.js'

/** Loads a page that lives in this very process, and gives back its end of the wire. */
export function connectInMemory(
  issuer: string,
  load: (page: Pick<PageOptions, 'embedded' | 'isConnected' | 'post'>) => LoadedPage,
): HostTransport {
  const { plugin, host } = memoryTransport()
  let listening = 0
  const page = load({
    embedded: false,
    isConnected: () => listening > 0,
    post: (data, origin = issuer) => host.post(data, origin),
  })
  host.listen((data, targetOrigin) => {
    if (targetOrigin === '*' || targetOrigin === issuer) page.receive(data)
    else
      page.note('refused', `sent to ${targetOrigin}, but this host is ${issuer}: a browser would not have delivered it`)
  })
  return {
    hint: issuer,
    post: plugin.post,
    listen(receiver) {
      const stop = plugin.listen(receiver)
      listening += 1
      return () => {
        stop()
        listening -= 1
      }
    },
  }
}
