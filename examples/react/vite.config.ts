import { lunchPages } from '@haiilo-kit/example-lunch/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react(), lunchPages({ port: 4102 })],
})
