import { createSimulatedHost, type SimulatedHost } from '@haiilo-kit/simulator'
import { keyServer } from 'virtual:haiilo-simulator'

import { readSelection, type KnownPlugin } from './selection.js'

declare global {
  interface Window {
    /** The simulated host of this page. */
    home: SimulatedHost
  }
}

const { plugins, options } = readSelection(location.search)

window.home = createSimulatedHost({
  ...options,
  keyServer,
  config: { canteen: 'north', dishes: 3 },
  subjects: { reserveSeat: () => ({ table: 7 }) },
})
plugins.forEach(show)

function show({ url, view }: KnownPlugin, index: number): void {
  const section = document.createElement('section')
  const heading = document.createElement('h2')
  const frame = document.createElement('iframe')
  heading.textContent = `Plug-in ${index + 1}`
  frame.title = heading.textContent
  section.append(heading, frame)
  document.querySelector('main')?.append(section)
  window.home.embed(frame, { url, view })
}
