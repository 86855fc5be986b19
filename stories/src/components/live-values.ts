import { createHaiiloHost } from '@haiilo-kit/core'
import { createSimulatedHost } from '@haiilo-kit/simulator'

import { fields } from './config-fields.js'

/** The constants of an example while its page is open. */
export interface LiveValues {
  readonly values: Readonly<Record<string, unknown>>
  /** Ends what the constants have started. */
  readonly close: () => void
}

/** Creates the constants of the examples, by tag. Their hosts are connected to a simulated Haiilo Home. */
export const liveValues: Readonly<Record<string, () => LiveValues>> = {
  'haiilo-config-form': () => connected('config'),
  'haiilo-host-status': () => connected('plugin'),
}

function connected(view: 'plugin' | 'config'): LiveValues {
  const home = createSimulatedHost({ config: { title: 'Lunch' } })
  const host = createHaiiloHost({ ...home.connect(view), view })
  return {
    values: { host, fields },
    close() {
      host.close()
      home.close()
    },
  }
}
