// Only for work on the kit itself: the example's own vite.config.ts, and the kit read from its sources instead of from npm. Vite takes
// a .js before a .ts. Whoever copies this folder leaves this file out.
import { defaultClientConditions, mergeConfig } from 'vite'

import config from './vite.config.ts'

export default mergeConfig(config, { resolve: { conditions: ['kit-source', ...defaultClientConditions] } })
