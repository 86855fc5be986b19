import { createHaiiloHost } from '@haiilo-kit/core'
import '@haiilo-kit/example-lunch/page.css'

import { mountSettings } from './settings.js'

/** The settings dialog of Haiilo Home embeds this page instead of `index.html`, so it has its own host. */
const host = createHaiiloHost({ view: 'config' })

mountSettings(document.getElementById('root') ?? document.body, host)
