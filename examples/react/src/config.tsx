import { fields } from '@haiilo-kit/example-lunch/fields'
import { readConfig } from '@haiilo-kit/manifest'
import '@haiilo-kit/example-lunch/page.css'
import { createHaiiloHost } from '@haiilo-kit/react'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { SettingsApp } from './settings.js'

/** The settings dialog of Haiilo Home embeds this page instead of `index.html`, so it has its own host. */
const host = createHaiiloHost({ view: 'config', config: readConfig(fields) })

const root = document.getElementById('root') ?? document.body

createRoot(root).render(
  <StrictMode>
    <SettingsApp host={host} />
  </StrictMode>,
)
