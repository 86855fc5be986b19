import { fields } from '@haiilo-kit/example-lunch/fields'
import { readConfig } from '@haiilo-kit/manifest'
import { createHaiiloHost } from '@haiilo-kit/angular'

/** The connection to Haiilo Home. Create one per page, outside Angular. */
export const host = createHaiiloHost({ config: readConfig(fields) })

declare module '@haiilo-kit/angular' {
  interface HaiiloRegister {
    host: typeof host
  }
}
