import { memoryTransport, type HostTransport } from '@haiilo-kit/core'
import type { LoadedPage, PageOptions } from './page-session.js'

/** Loads a page that lives in this very process, and gives back its end of the wire. */
export function connectInMemory(
  issuer: string,
  load: (page: Pick<PageOptions, 'embedded' | 'listener' | 'post'>) => LoadedPage,
): HostTransport {
  const { plugin, host } = memoryTransport()
  let listening = 0
  let wasHeard = false
  const page = load({
    embedded: false,
    listener: () => (listening > 0 ? 'here' : wasHeard ? 'gone' : 'coming'),
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
      wasHeard = true
      listening += 1
      return () => {
        stop()
        listening -= 1
      }
    },
  }
}
