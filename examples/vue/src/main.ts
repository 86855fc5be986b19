import '@haiilo-kit/example-lunch/page.css'
import { HaiiloHostPlugin } from '@haiilo-kit/vue'
import { createApp } from 'vue'

import App from './app.vue'
import { host } from './host.js'

createApp(App).use(HaiiloHostPlugin, host).mount('#root')
