import { createCompilerHost, NgtscProgram, readConfiguration } from '@angular/compiler-cli'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'

const wrong: [mistake: string, template: string, warn: string][] = [
  ['an unknown field of the snapshot', '<p *haiiloHostReady="let host">{{ host.kitchen }}</p>', "'kitchen'"],
  [
    'a field that may be undefined',
    '<p *haiiloHostReady="let context = context">{{ context.userName.length }}</p>',
    "possibly 'undefined'",
  ],
  [
    'an unknown field of the configuration',
    '<p *haiiloHostReady="let config = config">{{ config.kitchen }}</p>',
    "'kitchen'",
  ],
  ['an unknown template variable', '<p *haiiloHostReady="let user = user">{{ user }}</p>', "'user'"],
  [
    'a string instead of a template',
    `<p *haiiloHostReady="let host; loading: 'wait'"></p>`,
    "'string' is not assignable",
  ],
  [
    'an unknown field of the error',
    '<ng-template haiiloHostFailed let-error>{{ error.reason }}</ng-template>',
    "'reason'",
  ],
  [
    'a call of a field that is not a function',
    '<ng-template haiiloHostFailed let-error>{{ error.code() }}</ng-template>',
    'not callable',
  ],
  ['a number instead of options', '<main [haiiloHeight]="200"></main>', "Type '200' is not assignable"],
  ['an unknown option', '<main [haiiloHeight]="{ least: 200 }"></main>', '"least"'],
]

const WRONG = pathOf('../types-test/registered/wrong.ts')
const WRONG_TEXT = `
  import { Component } from '@angular/core'
  import { HaiiloHeight, HaiiloHostFailed, HaiiloHostReady } from '@haiilo-kit/angular'
  ${wrong.map(([, template], index) => componentOf(template, index)).join('')}
`

// an augmentation holds for a whole program, so each of the two cases is a program of its own
const registered = openProgram('registered', new Map([[WRONG, WRONG_TEXT]]))
const unregistered = openProgram('unregistered')

test.each([
  ['registered', registered],
  ['unregistered', unregistered],
])(
  'types code and templates when the host is %s',
  (_, { mistakes }) => {
    expect(mistakes().filter(({ file }) => file !== WRONG)).toEqual([])
  },
  120_000,
)

test('reports type errors in templates', () => {
  const found = registered.mistakes().filter(({ file }) => file === WRONG)
  for (const [mistake, , warn] of wrong) {
    expect(found, mistake).toContainEqual({ file: WRONG, text: expect.stringContaining(warn) as string })
  }
  expect(found).toHaveLength(wrong.length)
}, 120_000)

test('exports all public names of core', () => {
  const names = exportsOf(unregistered.program(), '../src/index.ts')
  const missing = exportsOf(unregistered.program(), '../../core/src/index.ts').filter((name) => !names.includes(name))
  expect(names.length).toBeGreaterThan(0)
  expect(missing).toEqual([])
}, 120_000)

interface Mistake {
  readonly file: string | undefined
  readonly text: string
}

interface Program {
  readonly program: () => ts.Program
  /** What TypeScript and Angular's compiler say. */
  readonly mistakes: () => readonly Mistake[]
}

/** Opens a program when it is asked for, once. `texts` are files that exist only here. */
function openProgram(name: string, texts = new Map<string, string>()): Program {
  let opened: NgtscProgram | undefined
  const open = (): NgtscProgram => (opened ??= compile(name, texts))
  return {
    program: () => open().getTsProgram(),
    mistakes() {
      const program = open()
      const all = [
        ...program.getTsOptionDiagnostics(),
        ...program.getTsSyntacticDiagnostics(),
        ...program.getTsSemanticDiagnostics(),
        ...program.getNgStructuralDiagnostics(),
        ...program.getNgSemanticDiagnostics(),
      ]
      return all.filter(({ category }) => category === ts.DiagnosticCategory.Error).map(mistakeOf)
    },
  }
}

function compile(name: string, texts: ReadonlyMap<string, string>): NgtscProgram {
  const { rootNames, options } = readConfiguration(pathOf(`../types-test/${name}/tsconfig.json`))
  const host = createCompilerHost({ options })
  const { fileExists, getSourceFile } = host
  host.fileExists = (path) => texts.has(path) || fileExists(path)
  host.getSourceFile = (path, version, ...rest) => {
    const text = texts.get(path)
    return text === undefined ? getSourceFile(path, version, ...rest) : ts.createSourceFile(path, text, version)
  }
  return new NgtscProgram([...rootNames, ...texts.keys()], options, host)
}

function mistakeOf({ file, messageText }: ts.Diagnostic): Mistake {
  return { file: file?.fileName, text: ts.flattenDiagnosticMessageText(messageText, '\n') }
}

function componentOf(template: string, index: number): string {
  const directives = ['HaiiloHeight', 'HaiiloHostFailed', 'HaiiloHostReady'].join()
  return `@Component({ imports: [${directives}], template: ${JSON.stringify(template)} }) export class Wrong${index} {}\n`
}

function exportsOf(program: ts.Program, path: string): string[] {
  const checker = program.getTypeChecker()
  const file = program.getSourceFile(pathOf(path))
  const module = file && checker.getSymbolAtLocation(file)
  return module ? checker.getExportsOfModule(module).map(({ name }) => name) : []
}

function pathOf(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}
