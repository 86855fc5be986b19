import '@haiilo-kit/example-lunch/page.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { App } from './app.js'
import { host } from './host.js'

const root = document.getElementById('root') ?? document.body

createRoot(root).render(
  <StrictMode>
    <App host={host} />
  </StrictMode>,
)
