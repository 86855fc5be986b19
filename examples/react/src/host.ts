import { manifest } from '@haiilo-kit/example-lunch/manifest'
import { readConfig } from '@haiilo-kit/manifest'
import { createHaiiloHost } from '@haiilo-kit/react'

/** Our connection to Haiilo Home: one per page, made outside rendering. */
export const host = createHaiiloHost({ config: readConfig(manifest) })

declare module '@haiilo-kit/react' {
  interface HaiiloRegister {
    host: typeof host
  }
}
