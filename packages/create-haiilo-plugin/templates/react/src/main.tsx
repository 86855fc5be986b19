import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { App } from './app.tsx'
import { host } from './host.ts'
import './plugin.css'

createRoot(document.getElementById('root') ?? document.body).render(
  <StrictMode>
    <App host={host} />
  </StrictMode>,
)
