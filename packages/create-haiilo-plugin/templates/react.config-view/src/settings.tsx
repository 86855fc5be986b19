import { createHaiiloHost, observeHeight } from '@haiilo-kit/react'
import { HaiiloConfigForm } from '@haiilo-kit/ui/react'
import { createRoot } from 'react-dom/client'

import { fields } from './fields.ts'
import './settings.css'

/** The settings dialog of Haiilo Home embeds this page instead of `index.html`, so it has its own host. */
const host = createHaiiloHost({ view: 'config' })
const root = document.getElementById('root') ?? document.body

// the "save" button belongs to Haiilo Home
createRoot(root).render(<HaiiloConfigForm host={host} fields={fields} />)
observeHeight(host, root)
