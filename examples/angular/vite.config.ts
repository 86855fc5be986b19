import angular from '@analogjs/vite-plugin-angular'
import { lunchPages } from '@haiilo-kit/example-lunch/vite'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [
    angular({ tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)), fastCompile: true }),
    lunchPages({ port: 4107 }),
  ],
})
