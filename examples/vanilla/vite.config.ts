import { lunchPages } from '@haiilo-kit/example-lunch/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [lunchPages()],
  server: { port: 4108 },
})
