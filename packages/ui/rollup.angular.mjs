// Builds the wrappers for Angular as Angular wants its libraries: half compiled (partial Ivy), so that each app's own compiler finishes
// them; here one module a directive, so that an app bundles only the elements that it uses. Guards against a second copy of an element,
// since what lies outside of the folder stays where the build of the package has put it.
import { createCompilerHost, formatDiagnostics, performCompilation, readConfiguration } from '@angular/compiler-cli'
import { rmSync } from 'node:fs'
import { join } from 'node:path'

const at = (path) => join(import.meta.dirname, path)
const COMPILED = at('.cache/ngc')
const OWN = [at('dist/angular/'), join(COMPILED, 'angular/')]

/** Comes after the build of the package, which cleans `dist`. */
export const angular = {
  input: join(COMPILED, 'angular/index.js'),
  output: {
    dir: at('dist/angular'),
    format: 'es',
    preserveModules: true,
    preserveModulesRoot: join(COMPILED, 'angular'),
    sourcemap: true,
  },
  plugins: [{ name: 'ngc', buildStart: compile, resolveId: stayOutside }],
  onwarn(warning) {
    throw new Error(warning.message)
  },
}

/** All of the folder lies flat, there as here: the path to what is outside is the same. */
function stayOutside(id) {
  return id.startsWith('./') || id.startsWith('/') ? null : { id, external: true }
}

function compile() {
  rmSync(COMPILED, { recursive: true, force: true })
  const { rootNames, options, errors } = readConfiguration(at('tsconfig.angular.json'), {
    compilationMode: 'partial',
    noEmit: false,
    declaration: true,
    declarationMap: true,
    declarationDir: at('dist'),
    sourceMap: true,
    inlineSources: true,
    outDir: COMPILED,
    // as consumers do: the declarations of other packages come from their dist
    customConditions: [],
  })
  const host = createCompilerHost({ options })
  const { writeFile } = host
  // the rest of the package is only read
  host.writeFile = (path, ...rest) => {
    if (OWN.some((folder) => path.startsWith(folder))) writeFile(path, ...rest)
  }
  const { diagnostics } = performCompilation({ rootNames, options, host })
  const mistakes = [...errors, ...diagnostics]
  if (mistakes.length > 0) throw new Error(formatDiagnostics(mistakes))
}
