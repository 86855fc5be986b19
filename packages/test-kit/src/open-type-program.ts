import { join } from 'node:path'
import ts from 'typescript'

/** The program of a folder with type tests. */
export interface TypeProgram {
  /** The type errors in the files of the folder, as `file:line message`. Another check compiles the sources that they import. */
  readonly errors: () => string[]
  /** The names that a module of the program exports. */
  readonly exportsOf: (path: string) => string[]
}

/**
 * Opens the TypeScript program of a folder with a `tsconfig.json`. Declaration merging applies to a whole program, so each case of a type
 * test is a folder with its own program. The programs of a test file share their parsed source files.
 */
export function openTypeProgram(folder: string): TypeProgram {
  const program = programs.get(folder) ?? createProgram(folder)
  programs.set(folder, program)
  return {
    errors: () => errorsOf(program).map((error) => describeTypeError(error)),
    exportsOf: (path) => exportsOf(program, path),
  }
}

const programs = new Map<string, ts.Program>()
const sourceFiles = new Map<string, ts.SourceFile | undefined>()

function createProgram(folder: string): ts.Program {
  const { config, error } = ts.readConfigFile(join(folder, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    readonly config: unknown
    readonly error?: ts.Diagnostic
  }
  if (error) throw new Error(describeTypeError(error))
  const { fileNames, options, errors } = ts.parseJsonConfigFileContent(config, ts.sys, folder)
  const [wrongOption] = errors
  if (wrongOption) throw new Error(describeTypeError(wrongOption))
  return ts.createProgram(fileNames, options, shareSourceFiles(ts.createCompilerHost(options)))
}

function errorsOf(program: ts.Program): ts.Diagnostic[] {
  const own = program.getRootFileNames().map((name) => program.getSourceFile(name))
  return [
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...own.flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]),
  ]
}

/** Makes a compiler host reuse the source files of earlier programs. */
function shareSourceFiles(host: ts.CompilerHost): ts.CompilerHost {
  const { getSourceFile } = host
  host.getSourceFile = (path, version, ...rest) => {
    const key = JSON.stringify([path, version])
    if (!sourceFiles.has(key)) sourceFiles.set(key, getSourceFile(path, version, ...rest))
    return sourceFiles.get(key)
  }
  return host
}

/** Returns the names that a module of a program exports. */
export function exportsOf(program: ts.Program, path: string): string[] {
  const checker = program.getTypeChecker()
  const file = program.getSourceFile(path)
  const module = file && checker.getSymbolAtLocation(file)
  return module ? checker.getExportsOfModule(module).map(({ name }) => name) : []
}

function describeTypeError({ file, start, messageText }: ts.Diagnostic): string {
  const line = file && start !== undefined ? ts.getLineAndCharacterOfPosition(file, start).line + 1 : 0
  return `${file?.fileName ?? 'tsconfig.json'}:${line} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
}
