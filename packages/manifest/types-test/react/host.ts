import { createHaiiloHost } from '@haiilo-kit/react'
import { readConfig } from '@haiilo-kit/manifest'
import { manifest } from '../lunch/lunch.js'

export const host = createHaiiloHost({ config: readConfig(manifest) })

declare module '@haiilo-kit/react' {
  interface HaiiloRegister {
    host: typeof host
  }
}
