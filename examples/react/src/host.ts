import { fields } from '@haiilo-kit/example-lunch/fields'
import { readConfig } from '@haiilo-kit/manifest'
import { createHaiiloHost } from '@haiilo-kit/react'

/** Our connection to Haiilo Home: one per page, made outside rendering. */
export const host = createHaiiloHost({ config: readConfig(fields) })

declare module '@haiilo-kit/react' {
  interface HaiiloRegister {
    host: typeof host
  }
}
