import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defaultClientConditions, defineConfig, type Plugin } from 'vite'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Builds the page that `createSandboxServer` serves. Its URLs are relative, and it needs no inline scripts. */
export default defineConfig({
  root: at('src/page'),
  base: './',
  resolve: { conditions: ['kit-source', ...defaultClientConditions] },
  plugins: [errorPages(), removeOldFiles()],
  build: {
    rolldownOptions: { input: { index: at('src/page/index.html'), wrapper: at('src/page/wrapper.html') } },
    outDir: at('dist/home'),
    // a server may serve this folder while it is built again
    emptyOutDir: false,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})

/** Adds a page for each error code, so that the links of the timeline work offline. */
function errorPages(): Plugin {
  const folder = at('../../docs/errors/')
  return {
    name: 'error-pages',
    generateBundle() {
      for (const file of readdirSync(folder).filter((name) => /^ERR_\w+\.md$/.test(name))) {
        const code = file.replace('.md', '')
        const text = readFileSync(`${folder}${file}`, 'utf8').replaceAll('&', '&amp;').replaceAll('<', '&lt;')
        this.emitFile({ type: 'asset', fileName: `errors/${code}.html`, source: errorPage(code, text) })
      }
      this.emitFile({ type: 'asset', fileName: 'errors/page.css', source: ERROR_STYLES })
    },
  }
}

/** Removes files of earlier builds, after the new ones are written. */
function removeOldFiles(): Plugin {
  return {
    name: 'remove-old-files',
    writeBundle({ dir = '' }, bundle) {
      const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
      for (const { parentPath, name } of files) {
        const path = join(parentPath, name)
        if (!Object.hasOwn(bundle, relative(dir, path).replaceAll('\\', '/'))) rmSync(path)
      }
    },
  }
}

function errorPage(code: string, text: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${code}</title>
<link rel="stylesheet" href="page.css">
<body><main><pre>${text}</pre></main></body>
</html>
`
}

const ERROR_STYLES = `:root { color-scheme: light dark }
body { max-inline-size: 52rem; margin: 2rem auto; padding: 0 1rem }
pre { font: 0.9375rem/1.5 ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace; white-space: pre-wrap }
`
