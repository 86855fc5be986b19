import { createHaiiloHost, type HaiiloHost } from '@haiilo-kit/core'
import type { SimulatedHost } from '@haiilo-kit/simulator'
import { onTestFinished } from 'vitest'
import { loadLunch } from './load-lunch.js'

/** A configuration view of the lunch plug-in in a simulated host. */
export interface Settings {
  readonly home: SimulatedHost
  readonly host: HaiiloHost
}

/** Opens the configuration view of the lunch plug-in and waits until it is ready. Drops warnings. It closes at the end of the test. */
export async function loadSettings(): Promise<Settings> {
  const { home } = loadLunch()
  const host = createHaiiloHost({ ...home.connect('config'), onWarning: () => undefined })
  onTestFinished(host.close)
  await host.ready()
  return { home, host }
}
