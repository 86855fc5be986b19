import { defineConfig } from 'vite'

// the adapter just as it is published
export default defineConfig({ base: './', build: { rolldownOptions: { input: ['index.html', 'config.html'] } } })
