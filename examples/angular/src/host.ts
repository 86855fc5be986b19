import { fields } from '@haiilo-kit/example-lunch/fields'
import { readConfig } from '@haiilo-kit/manifest'
import { createHaiiloHost } from '@haiilo-kit/angular'

/** Our connection to Haiilo Home: one per page, made outside of Angular. */
export const host = createHaiiloHost({ config: readConfig(fields) })

declare module '@haiilo-kit/angular' {
  interface HaiiloRegister {
    host: typeof host
  }
}
