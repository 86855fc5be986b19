import { fields } from '@haiilo-kit/example-lunch/fields'
import { readConfig } from '@haiilo-kit/manifest'
import { createHaiiloHost } from '@haiilo-kit/react'

/** The connection to Haiilo Home. Create one per page, outside components. */
export const host = createHaiiloHost({ config: readConfig(fields) })

declare module '@haiilo-kit/react' {
  interface HaiiloRegister {
    host: typeof host
  }
}
