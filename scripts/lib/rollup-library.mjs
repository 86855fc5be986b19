// Builds a package for publishing: one module for each source file, with declarations and source maps. A type error or a warning fails the
// build. Other packages are read from their built files, as consumers do.
import typescript from '@rollup/plugin-typescript'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The rollup configuration of a package of this workspace.
 *
 * @param {string} configUrl `import.meta.url` of the package's rollup.config.mjs.
 * @param {Record<string, string>} input Entry points, by their name in `dist`.
 * @param {{ banner?: import('rollup').OutputOptions['banner'], plugins?: import('rollup').Plugin[], keep?: string[] }} options `banner` is the
 *   first line of each written file. `keep`: names in `dist` that another tool writes.
 * @returns {import('rollup').RollupOptions}
 */
export function library(configUrl, input, { banner, plugins = [], keep = [] } = {}) {
  const at = (path) => fileURLToPath(new URL(path, configUrl))
  const manifest = JSON.parse(readFileSync(at('package.json'), 'utf8'))
  const external = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })
  return {
    input,
    external: (id) => id.startsWith('node:') || external.some((name) => id === name || id.startsWith(`${name}/`)),
    output: {
      dir: at('dist'),
      format: 'es',
      preserveModules: true,
      preserveModulesRoot: at('src'),
      sourcemap: true,
      entryFileNames: '[name].js',
      ...(banner && { banner }),
    },
    plugins: [
      { name: 'clean', buildStart: () => clean(at('dist'), keep) },
      typescript({
        tsconfig: at('tsconfig.json'),
        exclude: ['**/*.test.*', '**/*.test-d.*', '**/*.spec.*'],
        compilerOptions: {
          noEmit: false,
          noEmitOnError: true,
          declaration: true,
          declarationMap: true,
          outDir: at('dist'),
          rootDir: at('src'),
          // like consumers, use the declarations in the dist of another package
          customConditions: [],
        },
      }),
      ...plugins,
    ],
    onwarn(warning) {
      throw new Error(warning.message)
    },
  }
}

function clean(folder, keep) {
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(folder)) {
    if (!keep.includes(name)) rmSync(join(folder, name), { recursive: true, force: true })
  }
}

/**
 * Copies a folder of `docs` into the package, because messages name pages by their path in the published package.
 *
 * @param {string} configUrl `import.meta.url` of the package's rollup.config.mjs.
 * @param {string} name The folder's name.
 * @returns {import('rollup').Plugin}
 */
export function pages(configUrl, name) {
  const target = fileURLToPath(new URL(`docs/${name}`, configUrl))
  return {
    name: 'pages',
    writeBundle() {
      rmSync(target, { recursive: true, force: true })
      cpSync(fileURLToPath(new URL(`../../docs/${name}`, import.meta.url)), target, { recursive: true })
    },
  }
}
