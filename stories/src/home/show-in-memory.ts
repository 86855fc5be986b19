import type { HaiiloHost, PluginView, WireEntry } from '@haiilo-kit/core'
import styles from '@haiilo-kit/example-lunch/lunch.css?raw'
import type { SimulatedHost } from '@haiilo-kit/simulator'

import { loadPlugin, type Framework } from '../plugins/frameworks.js'
import type { MountedPlugin } from '../plugins/plugin-module.js'
import { createBlankFrame, type BlankFrame } from './blank-frame.js'
import type { ShownPlugin } from './shown-plugin.js'

export interface ShowInMemoryOptions {
  readonly home: SimulatedHost
  readonly framework: Framework
  readonly view: PluginView
  readonly title: string
  readonly onWire: (entry: WireEntry) => void
}

/** Runs the plug-in in this page, in its own document. Its messages stay in memory. */
export function showInMemory(
  area: HTMLElement,
  { home, framework, view, title, onWire }: ShowInMemoryOptions,
): ShownPlugin {
  let blank: BlankFrame | undefined
  let mounted: MountedPlugin | undefined
  let source: string | undefined

  function load(): void {
    unload()
    const connection = home.connect(view, { source })
    source = connection.source
    const loaded = createBlankFrame(title, styles, (root) => void fill(root))
    blank = loaded
    area.replaceChildren(loaded.frame)

    async function fill(root: HTMLElement): Promise<void> {
      const { mount } = await loadPlugin(framework)
      if (blank === loaded) mounted = mount(root, { ...connection, onWire }, view)
    }
  }

  function unload(): void {
    blank?.cancel()
    blank = undefined
    mounted?.unmount()
    mounted = undefined
  }

  const unsubscribe = home.subscribe(() => {
    const entry = home.log.at(-1)
    if (entry?.source !== source || entry?.subject !== 'setHeight' || entry.verdict !== 'accepted') return
    blank?.frame.style.setProperty('height', `${heightIn(entry.payload)}px`)
  })
  load()

  return {
    reload: load,
    get host(): HaiiloHost<unknown> | undefined {
      return mounted?.host
    },
    remove() {
      unsubscribe()
      unload()
      area.replaceChildren()
    },
  }
}

/** The host has already checked the message, so an accepted height is a number. */
function heightIn(payload: unknown): number {
  return typeof payload === 'object' && payload !== null && 'height' in payload ? Number(payload.height) : 0
}
