import { lunchPages } from '@haiilo-kit/example-lunch/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [lunchPages({ port: 4108 })],
})
