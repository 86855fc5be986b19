import type { HaiiloHost, PluginView } from '@haiilo-kit/core'
import { manifest } from '@haiilo-kit/example-lunch/manifest'
import { createSimulatedHost, describeFault, type SimulatedHost } from '@haiilo-kit/simulator'
import { keyServer } from 'virtual:haiilo-simulator'

import { exampleServers } from '../plugins/example-servers.js'
import { createHomePage } from './home-page.js'
import { rowOfHost, rowOfPlugin } from './log-row.js'
import { configOf, faultOf, userOf, type SandboxArgs } from './sandbox-args.js'
import { showInFrame } from './show-in-frame.js'
import { showInMemory } from './show-in-memory.js'
import type { ShownPlugin } from './shown-plugin.js'

/** A simulated Haiilo Home with a plug-in, buttons and the log of all messages. */
export interface Sandbox {
  readonly element: HTMLElement
  /** Applies the controls. Any change opens a new home. */
  readonly update: (args: SandboxArgs) => void
  readonly close: () => void
}

export interface SandboxOptions {
  /** The URL of the plug-in's own server, for real frames. Default: the server of its example. */
  readonly url?: string | undefined
}

/** Opens a simulated home around the plug-in. */
export function createSandbox(first: SandboxArgs, { url }: SandboxOptions = {}): Sandbox {
  const page = createHomePage({
    reload,
    toggleEditing,
    toggleSettings,
    save: () => void save(),
    refresh: () => void refresh(),
  })
  let args = first
  let editing = false
  let home = openHome()
  let shown = show('plugin')
  let settings: ShownPlugin | undefined
  render()

  function openHome(): SimulatedHost {
    const opened = createSimulatedHost({
      manifest,
      user: userOf(args),
      config: configOf(args),
      latency: args.latency,
      fault: faultOf(args),
      editing,
      subjects: { reserveSeat: ({ dish }) => ({ table: 1 + (String(dish).length % 12) }) },
      ...(args.sandbox !== 'memory' && { sandbox: args.sandbox, keyServer }),
    })
    let seen = 0
    opened.subscribe(() => {
      for (const entry of opened.log) if (entry.id > seen) page.log.add(rowOfHost(entry))
      seen = opened.log.at(-1)?.id ?? 0
    })
    // the host reloads frames itself
    opened.onReload(() => {
      if (args.sandbox === 'memory') shown.reload()
    })
    return opened
  }

  function show(view: PluginView): ShownPlugin {
    const area = view === 'plugin' ? page.widget : page.settings
    const title = view === 'plugin' ? 'Lunch' : 'Settings of Lunch'
    if (args.sandbox !== 'memory') {
      const server = exampleServers[args.framework]
      return showInFrame(area, { home, view, title, server: { ...server, url: url ?? server.url } })
    }
    const { framework } = args
    return showInMemory(area, { home, framework, view, title, onWire: (entry) => page.log.add(rowOfPlugin(entry)) })
  }

  function update(next: SandboxArgs): void {
    if (JSON.stringify(next) === JSON.stringify(args)) return
    args = next
    close()
    home = openHome()
    shown = show('plugin')
    render()
  }

  function close(): void {
    closeSettings()
    shown.remove()
    home.close()
  }

  function reload(): void {
    closeSettings()
    shown.reload()
  }

  function toggleEditing(): void {
    editing = !editing
    closeSettings()
    home.setEditing(editing)
    render()
  }

  function toggleSettings(): void {
    if (settings) return closeSettings()
    settings = show('config')
    page.openSettings(true)
  }

  function closeSettings(): void {
    settings?.remove()
    settings = undefined
    page.openSettings(false)
  }

  async function save(): Promise<void> {
    page.announce('Saving…')
    try {
      const answer = await home.save()
      if (answer !== false) closeSettings()
      page.announce(
        answer === false ? 'The plug-in answered false: nothing was saved.' : `Saved: ${JSON.stringify(answer)}`,
      )
    } catch (error) {
      page.announce(messageOf(error))
    }
  }

  async function refresh(): Promise<void> {
    page.announce('Requesting a fresh token…')
    try {
      await connection().getToken({ fresh: true })
      page.announce('The host signed a fresh token, and the plug-in verified it.')
    } catch (error) {
      page.announce(messageOf(error))
    }
  }

  function connection(): HaiiloHost<unknown> {
    if (shown.host) return shown.host
    throw new Error('This page can only access a plug-in in memory. Set “Sandbox” to “memory”.')
  }

  function render(): void {
    const fault = faultOf(args)
    page.render({ userName: args.userName, editing, fault: fault && { name: fault, ...describeFault(fault) } })
  }

  return {
    element: page.element,
    update,
    close,
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
