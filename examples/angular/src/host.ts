import { readLunchConfig } from '@haiilo-kit/example-lunch/manifest'
import { createHaiiloHost } from '@haiilo-kit/angular'

/** Our connection to Haiilo Home: one per page, made outside of Angular. */
export const host = createHaiiloHost({ config: readLunchConfig })

declare module '@haiilo-kit/angular' {
  interface HaiiloRegister {
    host: typeof host
  }
}
