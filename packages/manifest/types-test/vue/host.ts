import { createHaiiloHost } from '@haiilo-kit/vue'
import { readConfig } from '@haiilo-kit/manifest'
import { manifest } from '../lunch/lunch.js'

export const host = createHaiiloHost({ config: readConfig(manifest) })

declare module '@haiilo-kit/vue' {
  interface HaiiloRegister {
    host: typeof host
  }
}
