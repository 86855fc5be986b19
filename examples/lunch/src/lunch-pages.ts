import type * as ManifestPlugin from '@haiilo-kit/manifest/vite'
import { defaultClientConditions, runnerImport, type Plugin } from 'vite'

/** Only for work on the kit itself, which is read from its sources here instead of from npm. */
const SOURCE = 'kit-source'

/**
 * The pages of the plug-in, and `manifest.json`, the file whose address is given to Haiilo Home. In a project of your own, this is
 * `haiiloManifest()` of `@haiilo-kit/manifest/vite`, and nothing else.
 *
 * @param options `port`: where Vite serves them. `npm start` moves it where it is taken, by setting `PORT_SHIFT`.
 */
export async function lunchPages({ port }: { port: number }): Promise<Plugin[]> {
  const { module } = await runnerImport<typeof ManifestPlugin>('@haiilo-kit/manifest/vite', {
    root: import.meta.dirname,
    logLevel: 'error',
    // with all of the kit that it imports: what was built may be old, or be written anew at this moment
    environments: { inline: { resolve: { conditions: [SOURCE, 'node'], noExternal: [/^@haiilo-kit\//] } } },
  })
  return [
    serving(port + Number(process.env['PORT_SHIFT'] ?? 0)),
    module.haiiloManifest({ manifest: '../lunch/src/manifest.ts' }),
  ]
}

function serving(port: number): Plugin {
  const server = {
    host: '127.0.0.1',
    port,
    strictPort: true,
    // Haiilo Home may take its origin from a plug-in's frame; then even the plug-in's own modules come from somewhere else
    cors: { origin: '*' },
  }
  return {
    name: 'lunch-serving',
    config: () => ({ server, preview: server, resolve: { conditions: [SOURCE, ...defaultClientConditions] } }),
  }
}
