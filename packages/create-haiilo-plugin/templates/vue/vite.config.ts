import { haiiloManifest } from '@haiilo-kit/manifest/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [vue(), haiiloManifest()],
  // Haiilo Home may embed the plug-in in a frame without an origin. Then even its own modules are cross-origin
  server: { cors: { origin: '*' } },
})
