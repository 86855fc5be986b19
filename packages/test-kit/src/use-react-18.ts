import { createRequire, registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'

const require = createRequire(import.meta.url)
const react19 = /^.*\/(react|react-dom)@19[^/]*\/node_modules\/\1\//

// Who imports React from now on gets 18 in place of 19, react-dom and its own import of react included. The two versions lie side by side
// in the dependencies of this package; an alias of the bundler would not reach what react-dom requires by itself.
registerHooks({
  resolve(specifier, context, nextResolve) {
    const resolved = nextResolve(specifier, context)
    return { ...resolved, url: resolved.url.replace(react19, (_, name: string) => folderOf(`${name}-18`)) }
  },
})

function folderOf(name: string): string {
  return new URL('.', pathToFileURL(require.resolve(`${name}/package.json`))).href
}
