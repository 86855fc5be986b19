import { defaultClientConditions, type Plugin } from 'vite'

// .ts, because Node itself reads this file
import { manifest } from './manifest.ts'

/**
 * The two pages of the plug-in, and `manifest.json`, the file whose address is given to Haiilo Home.
 *
 * @param options `port`: where Vite serves them.
 */
export function lunchPages({ port }: { port: number }): Plugin {
  const server = {
    host: '127.0.0.1',
    port,
    strictPort: true,
    // Haiilo Home may take its origin from a plug-in's frame; then even the plug-in's own modules come from somewhere else
    cors: { origin: '*' },
  }
  const source = JSON.stringify(manifest, null, 2)
  return {
    name: 'lunch-pages',
    config: () => ({
      // relative addresses: the plug-in may lie in any folder of its server
      base: './',
      build: { rolldownOptions: { input: ['index.html', 'config.html'] } },
      server,
      preview: server,
      // only for work on the kit itself, which is read from its sources here instead of from npm
      resolve: { conditions: ['kit-source', ...defaultClientConditions] },
    }),
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
