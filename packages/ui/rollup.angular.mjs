// Builds the wrappers for Angular as an Angular library: partially compiled (partial Ivy), so that the compiler of each app completes them.
// Each directive has its own module, so that an app bundles only the elements that it uses. Modules outside of the folder stay external.
// This prevents a second copy of each element.
import { createCompilerHost, formatDiagnostics, performCompilation, readConfiguration } from '@angular/compiler-cli'
import { rmSync } from 'node:fs'
import { join } from 'node:path'

const at = (path) => join(import.meta.dirname, path)
const COMPILED = at('.cache/ngc')
const OWN = [at('dist/angular/'), join(COMPILED, 'angular/')]

/** Runs after the build of the package, which cleans `dist`. */
export const angular = {
  input: join(COMPILED, 'angular/index.js'),
  output: {
    dir: at('dist/angular'),
    format: 'es',
    preserveModules: true,
    preserveModulesRoot: join(COMPILED, 'angular'),
    sourcemap: true,
  },
  plugins: [{ name: 'ngc', buildStart: compile, resolveId: keepExternal }],
  onwarn(warning) {
    throw new Error(warning.message)
  },
}

/** Makes modules outside of the folder external. Sources and output are both flat, so relative paths stay the same. */
function keepExternal(id) {
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
    // as in consumers, the declarations of other packages come from their dist
    customConditions: [],
  })
  const host = createCompilerHost({ options })
  const { writeFile } = host
  // writes only the Angular folder
  host.writeFile = (path, ...rest) => {
    if (OWN.some((folder) => path.startsWith(folder))) writeFile(path, ...rest)
  }
  const { diagnostics } = performCompilation({ rootNames, options, host })
  const mistakes = [...errors, ...diagnostics]
  if (mistakes.length > 0) throw new Error(formatDiagnostics(mistakes))
}
