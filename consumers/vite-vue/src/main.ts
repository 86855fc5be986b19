import { createHaiiloHost, HaiiloHostPlugin } from '@haiilo-kit/vue'
import { createApp } from 'vue'

import App from './app.vue'

createApp(App).use(HaiiloHostPlugin, createHaiiloHost()).mount('#root')
