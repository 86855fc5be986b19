import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'

// an augmentation holds for a whole program, so each of the two cases is a program of its own
test.each(['registered', 'unregistered'])(
  'types hooks when the host is %s',
  (name) => {
    const { program } = openProgram(name)
    const mistakes = ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
      const place = file && start !== undefined ? ts.getLineAndCharacterOfPosition(file, start).line + 1 : 0
      return `${file?.fileName ?? name}:${place} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
    })
    expect(mistakes).toEqual([])
  },
  60_000,
)

test('exports all public names of core', () => {
  const { program } = openProgram('unregistered')
  const names = exportsOf(program, '../src/index.ts')
  const missing = exportsOf(program, '../../core/src/index.ts').filter((name) => !names.includes(name))
  expect(missing).toEqual([])
}, 60_000)

function openProgram(name: string): { readonly program: ts.Program } {
  const folder = fileURLToPath(new URL(`../types-test/${name}`, import.meta.url))
  const { config } = ts.readConfigFile(`${folder}/tsconfig.json`, (path) => ts.sys.readFile(path)) as {
    config: unknown
  }
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, folder)
  return { program: ts.createProgram(fileNames, options) }
}

function exportsOf(program: ts.Program, path: string): string[] {
  const checker = program.getTypeChecker()
  const file = program.getSourceFile(fileURLToPath(new URL(path, import.meta.url)))
  const module = file && checker.getSymbolAtLocation(file)
  return module ? checker.getExportsOfModule(module).map(({ name }) => name) : []
}
