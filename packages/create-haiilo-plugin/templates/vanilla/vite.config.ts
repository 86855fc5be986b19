import { haiiloManifest } from '@haiilo-kit/manifest/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [haiiloManifest()],
  // Haiilo Home may embed the plug-in in a frame without an origin. Then even its own modules are cross-origin
  server: { cors: { origin: '*' } },
})
