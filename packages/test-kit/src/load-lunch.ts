import { createHaiiloHost, type HaiiloHost, type HaiiloHostOptions } from '@haiilo-kit/core'
import { createSimulatedHost, type SimulatedHost, type SimulatedHostOptions } from '@haiilo-kit/simulator'
import { onTestFinished, vi } from 'vitest'
import { countInits, setEditing } from './binding-contract/contract-page.js'

// the first signature in a test file generates a key pair, which takes several seconds on a busy machine
vi.setConfig({ testTimeout: 60_000 })

/** A page of the lunch plug-in in a simulated host. */
export interface Lunch {
  readonly home: SimulatedHost
  readonly options: HaiiloHostOptions
  readonly host: HaiiloHost
  /** Returns the number of handshakes that the plug-in requested. */
  readonly inits: () => number
  /** Switches the edit mode with an `edit` message, as older hosts do, and waits until the host object has it. */
  readonly setEditing: (editing: boolean) => Promise<void>
}

/** Opens a page of the lunch plug-in for the user Ada, with the north canteen. Everything closes at the end of the test. */
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
    inits: () => countInits(home),
    setEditing: (editing) => setEditing(home, host, editing),
  }
}
