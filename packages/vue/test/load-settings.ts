import { createHaiiloHost, type HaiiloHost } from '@haiilo-kit/core'
import type { SimulatedHost } from '@haiilo-kit/simulator'
import { loadLunch } from '@haiilo-kit/test-kit'
import { onTestFinished } from 'vitest'

/** Opens the configuration view of the lunch plug-in and waits until it is ready. It closes at the end of the test. */
export async function loadSettings(): Promise<{ readonly home: SimulatedHost; readonly host: HaiiloHost }> {
  const { home } = loadLunch()
  const host = createHaiiloHost(home.connect('config'))
  onTestFinished(host.close)
  await host.ready()
  return { home, host }
}
