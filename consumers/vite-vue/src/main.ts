import { readConfig } from '@haiilo-kit/manifest'
import { createHaiiloHost, HaiiloHostPlugin } from '@haiilo-kit/vue'
import { createApp } from 'vue'

import manifest from '../manifest.json'
import App from './app.vue'

const host = createHaiiloHost({ config: readConfig(manifest) })

declare module '@haiilo-kit/vue' {
  interface HaiiloRegister {
    host: typeof host
  }
}

createApp(App).use(HaiiloHostPlugin, host).mount('#root')
