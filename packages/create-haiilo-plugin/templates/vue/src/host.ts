import { readConfig } from '@haiilo-kit/manifest/config'
import { createHaiiloHost } from '@haiilo-kit/vue'

import { fields } from './fields.ts'

/** The connection to Haiilo Home: one per page, created outside components. */
export const host = createHaiiloHost({ config: readConfig(fields) })

declare module '@haiilo-kit/vue' {
  interface HaiiloRegister {
    host: typeof host
  }
}
