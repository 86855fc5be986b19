import { haiiloManifest } from '@haiilo-kit/manifest/vite'
import { defineConfig } from 'vite'

import { backEnd } from './server/development.ts'

export default defineConfig({
  plugins: [haiiloManifest(), backEnd()],
  // Haiilo Home may embed the plug-in in a frame without an origin. Then even its own modules are cross-origin
  server: { cors: { origin: '*' } },
})
