// Entries for size-limit, with all dependencies such as jose and Lit. The limits are in scripts/check/sizes.mjs. Each component of the UI kit is
// measured on top of a plug-in with a connection, a configuration and all earlier components.
import { onDemand } from './scripts/lib/on-demand.mjs'
import { uiComponents } from './scripts/lib/ui-components.mjs'

const core = 'packages/core/dist/index.js'
const manifest = 'packages/manifest/dist/index.js'
const button = uiComponents.find(({ name }) => name === 'button')
const plugin = { [core]: '{ createHaiiloHost }', [manifest]: '{ readConfig }' }

export default [
  entry('createHaiiloHost', { [core]: '{ createHaiiloHost }' }),
  entry('createHaiiloHost, height, save and fetch', {
    [core]: '{ createHaiiloHost, observeHeight, onSave, haiiloFetch }',
  }),
  entry('core', { [core]: '*' }, []),
  entry('react and core', { 'packages/react/dist/index.js': '*' }, ['react']),
  entry('vue and core', { 'packages/vue/dist/index.js': '*' }, ['vue']),
  entry('angular and core', { '.cache/size/angular.mjs': '*' }, ['@angular/*', 'rxjs']),
  entry('readConfig', { [manifest]: '{ readConfig }' }),
  entry('button', { [`packages/ui/${button.file}`]: '{ HaiiloButton }' }, []),
  entry('button in react', { 'packages/ui/dist/react/index.js': '{ HaiiloButton }' }, ['react']),
  entry('button in vue', { 'packages/ui/dist/vue/index.js': '{ HaiiloButton }' }, ['vue']),
  entry('a plug-in', plugin),
  ...uiComponents.map((_, index) => entry(`ui ${index}`, { ...plugin, ...imports(uiComponents.slice(0, index + 1)) })),
]

function imports(components) {
  return Object.fromEntries(components.map(({ file, className }) => [`packages/ui/${file}`, `{ ${className} }`]))
}

/**
 * @param ignore Names of frameworks, which are not measured. `[]` for an entry that is only subtracted from such an entry. size-limit knows the
 *   size of the code for ignored names only in its own format. So both keep that format, and contain the modules on demand.
 */
function entry(name, wanted, ignore) {
  return {
    name,
    path: Object.keys(wanted),
    import: wanted,
    gzip: true,
    ...(ignore ? { ignore } : { modifyEsbuildConfig: (config) => ({ ...config, format: 'esm', plugins: [onDemand] }) }),
  }
}
