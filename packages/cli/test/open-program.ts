import { join } from 'node:path'
import ts from 'typescript'

const OPTIONS: ts.CompilerOptions = {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  target: ts.ScriptTarget.ES2022,
  // without the types of the DOM, which are the largest part of the default libraries
  lib: ['lib.es2022.d.ts'],
  strict: true,
  noEmit: true,
  resolveJsonModule: true,
  allowArbitraryExtensions: true,
  // the libraries themselves are not under test; declarations of the folder are checked
  skipDefaultLibCheck: true,
  types: [],
}

/** Parsed once for all programs of a test file. */
const libraries = new Map<string, ts.SourceFile | undefined>()

/**
 * Opens a TypeScript program in a folder. Its files are read again on every call.
 *
 * @returns A function that compiles a text as a file of that folder and returns the messages of all errors.
 */
export function openProgram(folder: string): (text: string) => readonly string[] {
  const path = join(folder, 'program.ts')
  return (text) => {
    const host = ts.createCompilerHost(OPTIONS)
    const { getSourceFile, fileExists } = host
    host.fileExists = (name) => name === path || fileExists(name)
    host.getSourceFile = (name, ...rest) => {
      if (name === path) return ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true)
      if (!/[\\/]lib\.[\w.]+\.d\.ts$/.test(name)) return getSourceFile(name, ...rest)
      if (!libraries.has(name)) libraries.set(name, getSourceFile(name, ...rest))
      return libraries.get(name)
    }
    const program = ts.createProgram([path], OPTIONS, host)
    return ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
  }
}
