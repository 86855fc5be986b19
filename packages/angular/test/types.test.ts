import { createCompilerHost, NgtscProgram, readConfiguration } from '@angular/compiler-cli'
import { exportsOf } from '@haiilo-kit/test-kit/open-type-program'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'

const wrongTemplates: [name: string, template: string, message: string][] = [
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
  ${wrongTemplates.map(([, template], index) => componentOf(template, index)).join('')}
`

// declaration merging applies to a whole program, so each case is its own program
const registered = openAngularProgram('registered', new Map([[WRONG, WRONG_TEXT]]))
const unregistered = openAngularProgram('unregistered')

test.each([
  ['registered', registered],
  ['unregistered', unregistered],
])(
  'types code and templates when the host is %s',
  (_, { errors }) => {
    expect(errors().filter(({ file }) => file !== WRONG)).toEqual([])
  },
  120_000,
)

test('reports type errors in templates', () => {
  const errors = registered.errors().filter(({ file }) => file === WRONG)
  for (const [name, , message] of wrongTemplates) {
    expect(errors, name).toContainEqual({ file: WRONG, text: expect.stringContaining(message) as string })
  }
  expect(errors).toHaveLength(wrongTemplates.length)
}, 120_000)

test('exports all public names of core', () => {
  const names = exportsOf(unregistered.program(), pathOf('../src/index.ts'))
  const missing = exportsOf(unregistered.program(), pathOf('../../core/src/index.ts')).filter(
    (name) => !names.includes(name),
  )
  expect(names.length).toBeGreaterThan(0)
  expect(missing).toEqual([])
}, 120_000)

interface CompileError {
  readonly file: string | undefined
  readonly text: string
}

interface Program {
  readonly program: () => ts.Program
  /** The errors of TypeScript and of Angular's compiler. */
  readonly errors: () => readonly CompileError[]
}

/** Opens a program on first use. `texts` are virtual files. */
function openAngularProgram(name: string, texts = new Map<string, string>()): Program {
  let opened: NgtscProgram | undefined
  const open = (): NgtscProgram => (opened ??= compile(name, texts))
  return {
    program: () => open().getTsProgram(),
    errors() {
      const program = open()
      // another check compiles the sources that these files import
      const typescript = program.getTsProgram()
      const files = typescript.getRootFileNames().map((file) => typescript.getSourceFile(file))
      const all = [
        ...program.getTsOptionDiagnostics(),
        ...program.getNgStructuralDiagnostics(),
        ...files.flatMap((file) => [
          ...program.getTsSyntacticDiagnostics(file),
          ...program.getTsSemanticDiagnostics(file),
          ...program.getNgSemanticDiagnostics(file?.fileName),
        ]),
      ]
      return all.filter(({ category }) => category === ts.DiagnosticCategory.Error).map(describeTypeError)
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

function describeTypeError({ file, messageText }: ts.Diagnostic): CompileError {
  return { file: file?.fileName, text: ts.flattenDiagnosticMessageText(messageText, '\n') }
}

function componentOf(template: string, index: number): string {
  const directives = ['HaiiloHeight', 'HaiiloHostFailed', 'HaiiloHostReady'].join()
  return `@Component({ imports: [${directives}], template: ${JSON.stringify(template)} }) export class Wrong${index} {}\n`
}

function pathOf(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}
