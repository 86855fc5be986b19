import { createHaiiloHost } from '@haiilo-kit/core'
import '@haiilo-kit/example-lunch/page.css'

import { mountSettings } from './settings.js'

/** The settings dialogue of Haiilo Home talks to a page of its own, so it is another view. */
const host = createHaiiloHost({ view: 'config' })

mountSettings(document.getElementById('root') ?? document.body, host)
