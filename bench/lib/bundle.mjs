import { build } from 'esbuild'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { onDemand } from '../../scripts/lib/on-demand.mjs'

const here = fileURLToPath(new URL('../', import.meta.url))

/**
 * Bundles and minifies a module from the sources of the workspace, like an application. Modules on demand stay outside.
 *
 * @param {string} code An ES module in TypeScript. Its imports are resolved from `bench/`.
 * @param {import('esbuild').BuildOptions} [options]
 * @returns {Promise<string>} The bundled script.
 */
export async function bundle(code, options) {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: here, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    jsx: 'automatic',
    conditions: ['kit-source'],
    logLevel: 'silent',
    plugins: [onDemand],
    ...options,
  })
  return outputFiles[0].text
}

/** @returns {Promise<number>} The size of a module and its imports, minified and gzipped, in kilobytes (1000 bytes). */
export async function gzippedSize(code, options) {
  return gzipSync(await bundle(code, options), { level: 9 }).length / 1000
}

/** @returns {Promise<object>} The exports of a module, which is bundled from the sources of the workspace and runs in this process. */
export async function importBundle(code) {
  return import(`data:text/javascript,${encodeURIComponent(await bundle(code))}`)
}
