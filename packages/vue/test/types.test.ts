import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'

const vueTsc = createRequire(import.meta.url).resolve('vue-tsc/bin/vue-tsc.js')

// an augmentation holds for a whole program, so each of the two cases is a program of its own
test.each(['registered', 'unregistered'])(
  'types composables, slots and the directive when the host is %s',
  (name) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [vueTsc, '-p', '.'], {
      cwd: folderOf(name),
      encoding: 'utf8',
    })
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' })
  },
  120_000,
)

test('exports all public names of core', () => {
  const folder = folderOf('unregistered')
  const { config } = ts.readConfigFile(`${folder}/tsconfig.json`, (path) => ts.sys.readFile(path)) as {
    config: unknown
  }
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, folder)
  const program = ts.createProgram(fileNames, options)
  const names = exportsOf(program, '../src/index.ts')
  const missing = exportsOf(program, '../../core/src/index.ts').filter((name) => !names.includes(name))
  expect(names).toContain('HaiiloHostPlugin')
  expect(missing).toEqual([])
}, 120_000)

function folderOf(name: string): string {
  return fileURLToPath(new URL(`../types-test/${name}`, import.meta.url))
}

function exportsOf(program: ts.Program, path: string): string[] {
  const checker = program.getTypeChecker()
  const file = program.getSourceFile(fileURLToPath(new URL(path, import.meta.url)))
  const module = file && checker.getSymbolAtLocation(file)
  return module ? checker.getExportsOfModule(module).map(({ name }) => name) : []
}
