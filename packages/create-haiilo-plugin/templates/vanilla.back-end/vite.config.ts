import { haiiloManifest } from '@haiilo-kit/manifest/vite'
import { defineConfig } from 'vite'

// `npm run dev` starts it, too
const backEnd = 'http://127.0.0.1:8787'

export default defineConfig({
  plugins: [haiiloManifest()],
  // Haiilo Home may embed the plug-in in a frame without an origin. Then even its own modules are cross-origin
  server: { cors: { origin: '*' }, proxy: { '/api/': backEnd, '/haiilo/': backEnd } },
})
