import { lunchPages } from '@haiilo-kit/example-lunch/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** `examples/backend`, if it runs. */
const backEnd = `http://127.0.0.1:${4112 + Number(process.env['PORT_SHIFT'] ?? 0)}`

const proxy = { '/api/': backEnd }

export default defineConfig({
  plugins: [react(), lunchPages({ port: 4102 })],
  server: { proxy },
  preview: { proxy },
})
