import { haiiloManifest } from '@haiilo-kit/manifest/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// `npm run dev` starts it, too
const backEnd = 'http://127.0.0.1:8787'

export default defineConfig({
  plugins: [react(), haiiloManifest()],
  // Haiilo Home may embed the plug-in in a frame without an origin. Then even its own modules are cross-origin
  server: { cors: { origin: '*' }, proxy: { '/api/': backEnd, '/haiilo/': backEnd } },
})
