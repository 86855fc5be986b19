import { createHaiiloHost } from '@haiilo-kit/core'
import { readLunchConfig } from '@haiilo-kit/example-lunch/manifest'
import '@haiilo-kit/example-lunch/page.css'

import { mountSettings } from './settings.js'

/** The settings dialogue of Haiilo Home talks to a page of its own, so it is another view. */
const host = createHaiiloHost({ view: 'config', config: readLunchConfig })

mountSettings(document.getElementById('root') ?? document.body, host)
