import { createRequire, registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'

const require = createRequire(import.meta.url)
const react19 = /^.*\/(react|react-dom)@19[^/]*\/node_modules\/\1\//

// Resolves later imports of react and react-dom to version 18 instead of 19, including react-dom's own import of react. Both versions are
// dependencies of this package. A bundler alias is not enough, because it does not affect the imports inside react-dom.
registerHooks({
  resolve(specifier, context, nextResolve) {
    const resolved = nextResolve(specifier, context)
    return { ...resolved, url: resolved.url.replace(react19, (_, name: string) => folderOf(`${name}-18`)) }
  },
})

function folderOf(name: string): string {
  return new URL('.', pathToFileURL(require.resolve(`${name}/package.json`))).href
}
