import { build } from 'esbuild'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { COMPONENTS } from './components-path.ts'

/** Serves all components as one module, like the script of a built plug-in. A page would load each of their sources by itself. */
export function serveComponents(): Plugin {
  let script: Promise<string> | undefined
  return {
    name: 'ui-components',
    configureServer({ middlewares }) {
      middlewares.use(COMPONENTS, (_request, response, next) => {
        script ??= bundle()
        script.then(
          (text) =>
            response.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'max-age=3600' }).end(text),
          next,
        )
      })
    },
  }
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../../src/index.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    conditions: ['kit-source'],
  })
  return outputFiles[0]!.text
}
