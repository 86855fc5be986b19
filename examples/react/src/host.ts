import { createHaiiloHost } from '@haiilo-kit/react'

import { readLunchConfig } from './manifest.js'

/** Our connection to Haiilo Home: one per page, made outside rendering. */
export const host = createHaiiloHost({ config: readLunchConfig })

declare module '@haiilo-kit/react' {
  interface HaiiloRegister {
    host: typeof host
  }
}
