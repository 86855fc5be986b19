import { createHaiiloHost, type HaiiloHost, type HaiiloHostOptions } from '@haiilo-kit/core'
import { createSimulatedHost, type SimulatedHost, type SimulatedHostOptions } from '@haiilo-kit/simulator'
import { onTestFinished, vi } from 'vitest'

// the first signature of a test file makes a key pair, which takes a busy machine a while
vi.setConfig({ testTimeout: 60_000 })

/** A page of the lunch plug-in, opened by Ada, who eats in the north canteen. Ends with the test. */
export interface Lunch {
  readonly home: SimulatedHost
  readonly options: HaiiloHostOptions
  readonly host: HaiiloHost
  /** How many handshakes the plug-in asked for. */
  readonly inits: () => number
}

export function loadLunch(settings: Pick<SimulatedHostOptions, 'fault'> = {}, more: HaiiloHostOptions = {}): Lunch {
  const home = createSimulatedHost({
    tenant: 'https://home.example.com',
    user: { userName: 'Ada' },
    config: { canteen: 'north' },
    ...settings,
  })
  const options = { ...home.connect(), ...more }
  const host = createHaiiloHost(options)
  onTestFinished(() => {
    host.close()
    home.close()
  })
  return {
    home,
    options,
    host,
    inits: () =>
      home.log.filter(({ direction, subject }) => direction === 'plugin-to-host' && subject === 'init').length,
  }
}
