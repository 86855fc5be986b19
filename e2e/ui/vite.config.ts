import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

import { sourceConditions } from '../../stories/from-source.js'

const pages = ['index.html', 'everything.html'].map((page) => fileURLToPath(new URL(page, import.meta.url)))

export default defineConfig({
  base: './',
  resolve: { conditions: sourceConditions },
  build: { target: 'es2022', rolldownOptions: { input: pages } },
})
