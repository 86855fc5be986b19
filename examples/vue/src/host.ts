import { fields } from '@haiilo-kit/example-lunch/fields'
import { readConfig } from '@haiilo-kit/manifest'
import { createHaiiloHost } from '@haiilo-kit/vue'

/** Our connection to Haiilo Home: one per page, made outside of any component. */
export const host = createHaiiloHost({ config: readConfig(fields) })

declare module '@haiilo-kit/vue' {
  interface HaiiloRegister {
    host: typeof host
  }
}
