// Checks the types and templates of Angular projects, which share their parsed source files. `ngc` compiles only one project, and needs
// most of its time to read Angular. `node scripts/check/compile-angular.mjs <folder …>`
import { createCompilerHost, formatDiagnostics, performCompilation, readConfiguration } from '@angular/compiler-cli'

const sourceFiles = new Map()

for (const folder of process.argv.slice(2)) {
  const { rootNames, options, errors } = readConfiguration(folder, { noEmit: true })
  const diagnostics = [...errors, ...performCompilation({ rootNames, options, host: sharing(options) }).diagnostics]
  if (diagnostics.length === 0) continue
  console.error(`${folder}:\n${formatDiagnostics(diagnostics)}`)
  process.exitCode = 1
}

/** A compiler host that reuses the source files of earlier programs. */
function sharing(options) {
  const host = createCompilerHost({ options })
  const { getSourceFile } = host
  host.getSourceFile = (path, version, ...rest) => {
    const key = JSON.stringify([path, version])
    if (!sourceFiles.has(key)) sourceFiles.set(key, getSourceFile.call(host, path, version, ...rest))
    return sourceFiles.get(key)
  }
  return host
}
