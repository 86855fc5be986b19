import { defineConfig } from 'vite'

// no kit aliases or conditions: the adapter is used as published
export default defineConfig({ base: './', build: { rolldownOptions: { input: ['index.html', 'config.html'] } } })
