import { HaiiloHostPlugin } from '@haiilo-kit/vue'
import { createApp } from 'vue'

import App from './app.vue'
import { host } from './host.ts'
import './plugin.css'

createApp(App).use(HaiiloHostPlugin, host).mount('#root')
