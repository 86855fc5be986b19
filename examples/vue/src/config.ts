import '@haiilo-kit/example-lunch/page.css'
import { createHaiiloHost, HaiiloHostPlugin } from '@haiilo-kit/vue'
import { createApp } from 'vue'

import SettingsApp from './settings-app.vue'

/** The settings dialogue of Haiilo Home talks to a page of its own, so it is another view. */
const host = createHaiiloHost({ view: 'config' })

createApp(SettingsApp).use(HaiiloHostPlugin, host).mount('#root')
