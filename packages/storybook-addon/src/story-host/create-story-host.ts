import { createHaiiloHost, type HostTransport, type WireEntry } from '@haiilo-kit/core'
import { createSimulatedHost } from '@haiilo-kit/simulator'
import type { HaiiloHostParameters } from '../parameters/haiilo-host-parameters.js'
import type { StoryMessage } from '../wire/story-message.js'
import type { StoryHost } from './story-host.js'

/** The host of a story, with the function that closes it. Only the add-on uses it. */
export interface OpenStoryHost extends StoryHost {
  /** Closes the connection and the simulated host. Can be called more than once. */
  readonly close: () => void
}

/**
 * Creates the simulated host of a story, and the connection of the plug-in to it, in memory. Stories get the result without `close`.
 *
 * @param onMessage Called with every message that the host logs, and with those that the plug-in refuses or ignores.
 */
export function createStoryHost(
  { fixture, view = 'plugin', connection = {}, ...options }: HaiiloHostParameters,
  onMessage: (message: StoryMessage) => void = () => undefined,
): OpenStoryHost {
  const home = fixture ? fixture.create(options) : createSimulatedHost(options)
  let page = home.connect(view)
  const { source, trust } = page
  const transport: HostTransport = {
    hint: home.issuer,
    // a reload replaces the page
    listen: (receiver) => page.transport.listen(receiver),
    post: (message, targetOrigin) => page.transport.post(message, targetOrigin),
  }
  const host = createHaiiloHost({ ...connection, source, view, trust, transport, onWire })

  home.subscribe(() => {
    const entry = home.log.at(-1)
    if (entry) onMessage({ seenBy: 'host', entry })
  })

  function onWire(entry: WireEntry): void {
    // the log of the host contains all other messages
    if (entry.verdict === 'refused' || entry.verdict === 'ignored')
      onMessage({ seenBy: 'plug-in', entry, instance: source, view })
    connection.onWire?.(entry)
  }

  function reload(): void {
    host.close()
    page = home.connect(view, { source })
    host.retry()
  }

  return {
    host,
    findings: home.findings,
    get height() {
      return home.height
    },
    save: home.save,
    send: (subject, claims, to = view) => home.send(subject, claims, to),
    setFault: home.setFault,
    setLatency: home.setLatency,
    setUser(user) {
      home.setUser(user)
      reload()
    },
    setConfig(config) {
      home.setConfig(config)
      reload()
    },
    setEditing(editing) {
      home.setEditing(editing)
      reload()
    },
    reload,
    messages: () => home.log,
    close() {
      host.close()
      home.close()
    },
  }
}
