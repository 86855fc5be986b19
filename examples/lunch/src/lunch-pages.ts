import type * as ManifestPlugin from '@haiilo-kit/manifest/vite'
import { defaultClientConditions, runnerImport, type Plugin } from 'vite'

/** The export condition for the source files of the kit. Only needed in this repository, where the kit does not come from npm. */
const KIT_SOURCE = 'kit-source'

/**
 * Vite plug-ins that build the pages and `manifest.json`, whose URL you enter in Haiilo Home. In your own project, use `haiiloManifest()` of
 * `@haiilo-kit/manifest/vite` instead.
 *
 * @param options `port`: the port of the Vite server. If the port is in use, `npm start` sets `PORT_SHIFT` to use a higher one.
 */
export async function lunchPages({ port }: { port: number }): Promise<Plugin[]> {
  const { module } = await runnerImport<typeof ManifestPlugin>('@haiilo-kit/manifest/vite', {
    root: import.meta.dirname,
    logLevel: 'error',
    // loads all kit packages from source, because the built files may be out of date or not complete
    environments: { inline: { resolve: { conditions: [KIT_SOURCE, 'node'], noExternal: [/^@haiilo-kit\//] } } },
  })
  return [
    devServer(port + Number(process.env['PORT_SHIFT'] ?? 0)),
    // Storybook shows the examples in a Home
    module.haiiloManifest({ manifest: '../lunch/src/manifest.ts', sandbox: false }),
  ]
}

function devServer(port: number): Plugin {
  const server = {
    host: '127.0.0.1',
    port,
    strictPort: true,
    // Haiilo Home may embed the plug-in in a sandboxed frame without an origin; then even its own modules are cross-origin
    cors: { origin: '*' },
  }
  return {
    name: 'lunch-dev-server',
    config: () => ({ server, preview: server, resolve: { conditions: [KIT_SOURCE, ...defaultClientConditions] } }),
  }
}
