// Builds the package as Angular wants its libraries: half compiled (partial Ivy), so that each app's own compiler finishes it, in one
// file an entry (FESM), with declarations. Guards against shipping what does not compile, and what is no longer there.
import { formatDiagnostics, performCompilation, readConfiguration } from '@angular/compiler-cli'
import { rmSync } from 'node:fs'

const COMPILED = '.cache/ngc'

export default [
  bundle('haiilo-kit-angular', 'index.js', { name: 'compile', buildStart: compile }),
  bundle('haiilo-kit-angular-router', 'router/index.js', { name: 'main-entry', resolveId: takeFromMainEntry }),
]

function bundle(name, input, plugin) {
  return {
    input: { [name]: `${COMPILED}/${input}` },
    external: (id) => !/^[./]/.test(id),
    output: { dir: 'dist/fesm2022', format: 'es', entryFileNames: '[name].mjs', sourcemap: true },
    plugins: [plugin],
    onwarn(warning) {
      throw new Error(warning.message)
    },
  }
}

function compile() {
  for (const folder of ['dist', COMPILED]) rmSync(folder, { recursive: true, force: true })
  const { rootNames, options, errors } = readConfiguration('tsconfig.json', {
    compilationMode: 'partial',
    noEmit: false,
    declaration: true,
    declarationMap: true,
    declarationDir: 'dist/types',
    sourceMap: true,
    inlineSources: true,
    rootDir: 'src',
    outDir: COMPILED,
    // as consumers do: the declarations of core come from its dist
    customConditions: [],
  })
  const { diagnostics } = performCompilation({ rootNames, options })
  const mistakes = [...errors, ...diagnostics]
  if (mistakes.length > 0) throw new Error(formatDiagnostics(mistakes))
}

/** The service is one: what the router's part imports of it comes from the package, not from a copy. */
function takeFromMainEntry(source) {
  return source === '../index.js' ? { id: '@haiilo-kit/angular', external: true } : null
}
