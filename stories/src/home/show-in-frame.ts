import type { PluginView } from '@haiilo-kit/core'
import type { SimulatedHost } from '@haiilo-kit/simulator'

import { isAnswering, type ExampleServer } from '../plugins/example-servers.js'
import { button, element } from './element.js'
import type { ShownPlugin } from './shown-plugin.js'

export interface ShowInFrameOptions {
  readonly home: SimulatedHost
  readonly view: PluginView
  readonly title: string
  /** The plug-in's own server. */
  readonly server: ExampleServer
}

/** Embeds the plug-in from its own server, like the real host. If the server does not answer, shows how to start it. */
export function showInFrame(area: HTMLElement, { home, view, title, server }: ShowInFrameOptions): ShownPlugin {
  const url = new URL(view === 'plugin' ? '' : 'config.html', server.url).href
  let embedded: ShownPlugin | undefined
  let removed = false

  async function show(): Promise<void> {
    area.replaceChildren(element('p', { class: 'home-quiet', role: 'status' }, 'Connecting to the plug-in’s server…'))
    const isThere = await isAnswering(url)
    if (removed) return
    if (!isThere) return area.replaceChildren(missingServer(server, () => void show()))
    const frame = element('iframe', { title })
    area.replaceChildren(frame)
    const { reload, detach } = home.embed(frame, { url, view })
    embedded = { reload, remove: detach }
  }
  void show()

  return {
    reload() {
      if (embedded) embedded.reload()
      else void show()
    },
    remove() {
      removed = true
      embedded?.remove()
      area.replaceChildren()
    },
  }
}

function missingServer({ url, folder, command }: ExampleServer, retry: () => void): HTMLElement {
  return element(
    'div',
    { class: 'home-notice', role: 'alert' },
    element('p', {}, element('strong', {}, 'The example’s server does not answer.')),
    element(
      'p',
      {},
      'Its address is ',
      element('code', {}, new URL(url).origin),
      '. To start it together with this sandbox, run:',
    ),
    element('p', {}, element('code', {}, 'npm start')),
    element('p', {}, 'To start only this server, run in the folder ', element('code', {}, folder), ':'),
    element('p', {}, element('code', {}, command)),
    button('Try again', retry),
  )
}
