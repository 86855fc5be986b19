import { build } from 'esbuild'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const here = fileURLToPath(new URL('../', import.meta.url))

/**
 * Bundles and minifies a module as an application would, from the sources of the workspace.
 *
 * @param {string} code An ES module in TypeScript, as if it lay in `bench/`.
 * @param {import('esbuild').BuildOptions} [options]
 * @returns {Promise<string>} One script.
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
    ...options,
  })
  return outputFiles[0].text
}

/** @returns {Promise<number>} Kilobytes (1000 bytes) of a module, minified and compressed with gzip, with all that it imports. */
export async function gzippedSize(code, options) {
  return gzipSync(await bundle(code, options), { level: 9 }).length / 1000
}

/** @returns {Promise<object>} The exports of a module, run here from the sources of the workspace. */
export async function importBundle(code) {
  return import(`data:text/javascript,${encodeURIComponent(await bundle(code))}`)
}
