import { lunchPages } from '@haiilo-kit/example-lunch/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [vue(), lunchPages({ port: 4106 })],
})
