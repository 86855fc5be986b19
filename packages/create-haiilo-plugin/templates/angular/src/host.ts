import { readConfig } from '@haiilo-kit/manifest/config'
import { createHaiiloHost } from '@haiilo-kit/angular'

import { fields } from './fields'

/** The connection to Haiilo Home: one per page, created outside components. */
export const host = createHaiiloHost({ config: readConfig(fields) })

declare module '@haiilo-kit/angular' {
  interface HaiiloRegister {
    host: typeof host
  }
}
