import { createHaiiloHost, HaiiloHostPlugin } from '@haiilo-kit/vue'
import { createApp } from 'vue'

import './settings.css'
import SettingsApp from './settings.vue'

/** The settings dialog of Haiilo Home embeds this page instead of `index.html`, so it has its own host. */
const host = createHaiiloHost({ view: 'config' })

createApp(SettingsApp).use(HaiiloHostPlugin, host).mount('#root')
