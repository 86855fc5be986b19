import { readConfig } from '@haiilo-kit/manifest/config'
import { createHaiiloHost } from '@haiilo-kit/react'

import { fields } from './fields.ts'

/** The connection to Haiilo Home: one per page, created outside components. */
export const host = createHaiiloHost({ config: readConfig(fields) })

declare module '@haiilo-kit/react' {
  interface HaiiloRegister {
    host: typeof host
  }
}
