import { createHaiiloHost, observeHeight } from '@haiilo-kit/core'
import '@haiilo-kit/ui/config-form'

import { element } from './element.ts'
import { fields } from './fields.ts'
import './settings.css'

/** The settings dialog of Haiilo Home embeds this page instead of `index.html`, so it has its own host. */
const host = createHaiiloHost({ view: 'config' })
const form = element('haiilo-config-form', { host, fields })

// the "save" button belongs to Haiilo Home
document.getElementById('root')?.append(form)
observeHeight(host, form)
