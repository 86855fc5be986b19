// Builds the package in Angular's package format: partially compiled (partial Ivy), one file per entry point (FESM), with declarations.
// The compiler of each app finishes the compilation. Fails if the code does not compile, and removes the files of earlier builds.
import { formatDiagnostics, performCompilation, readConfiguration } from '@angular/compiler-cli'
import { rmSync } from 'node:fs'

const COMPILED = '.cache/ngc'

export default [
  bundle('haiilo-kit-angular', 'index.js', { name: 'compile', buildStart: compile }),
  bundle('haiilo-kit-angular-router', 'router/index.js', { name: 'main-entry', resolveId: importFromMainEntry }),
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
    // resolves the declarations of core from its dist folder, as in an app
    customConditions: [],
  })
  const { diagnostics } = performCompilation({ rootNames, options })
  const mistakes = [...errors, ...diagnostics]
  if (mistakes.length > 0) throw new Error(formatDiagnostics(mistakes))
}

/** Makes the router entry import the service from the main entry, because a bundled copy would be a second service. */
function importFromMainEntry(source) {
  return source === '../index.js' ? { id: '@haiilo-kit/angular', external: true } : null
}
