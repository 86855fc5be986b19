import '@haiilo-kit/example-lunch/page.css'

import { mountLunch } from './app.js'
import { host } from './host.js'

mountLunch(document.getElementById('root') ?? document.body, host)
