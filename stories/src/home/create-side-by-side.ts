import { manifest } from '@haiilo-kit/example-lunch/manifest'
import { createSimulatedHost, type SimulatedHost } from '@haiilo-kit/simulator'

import { frameworks } from '../plugins/frameworks.js'
import type { Sandbox } from './create-sandbox.js'
import { element } from './element.js'
import './home-page.css'
import { configOf, faultOf, userOf, type SandboxArgs } from './sandbox-args.js'
import { showInMemory } from './show-in-memory.js'
import type { ShownPlugin } from './shown-plugin.js'

/** Creates one page of a simulated home, with the plug-in in every framework. */
export function createSideBySide(first: SandboxArgs): Sandbox {
  const areas = frameworks.map((framework) => ({ framework, area: element('div', { class: 'home-frame' }) }))
  const cards = areas.map(({ framework, area }) =>
    element('section', { class: 'card', 'aria-label': framework }, element('h2', {}, framework), area),
  )
  let args = first
  let home: SimulatedHost
  let shown: ShownPlugin[]
  open()

  function open(): void {
    home = createSimulatedHost({
      manifest,
      user: userOf(args),
      config: configOf(args),
      latency: args.latency,
      fault: faultOf(args),
      subjects: { reserveSeat: () => ({ table: 7 }) },
    })
    shown = areas.map(({ framework, area }) =>
      showInMemory(area, { home, framework, view: 'plugin', title: framework, onWire: () => undefined }),
    )
  }

  function close(): void {
    for (const plugin of shown) plugin.remove()
    home.close()
  }

  return {
    element: element('main', { class: 'home home-side-by-side', 'aria-label': 'Home' }, ...cards),
    update(next) {
      if (JSON.stringify(next) === JSON.stringify(args)) return
      args = next
      close()
      open()
    },
    close,
  }
}
