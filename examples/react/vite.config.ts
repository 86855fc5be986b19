import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

import { manifest } from './src/manifest.js'

export default defineConfig({
  plugins: [react(), manifestJson()],
  // relative addresses: the plug-in may lie in any folder of its server
  base: './',
  build: { rolldownOptions: { input: ['index.html', 'config.html'] } },
  server: {
    host: '127.0.0.1',
    port: 4102,
    strictPort: true,
    // Haiilo Home may take its origin from a plug-in's frame; then even the plug-in's own modules come from somewhere else
    cors: { origin: '*' },
  },
})

/** Serves and builds `manifest.json`, the file whose address is given to Haiilo Home. */
function manifestJson(): Plugin {
  const source = JSON.stringify(manifest, null, 2)
  return {
    name: 'manifest-json',
    configureServer({ middlewares }) {
      middlewares.use('/manifest.json', (_request, response) => {
        response.setHeader('content-type', 'application/json').end(source)
      })
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'manifest.json', source })
    },
  }
}
