import { createCompilerHost, NgtscProgram, readConfiguration } from '@angular/compiler-cli'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'

const wrong: [mistake: string, template: string, error: string][] = [
  ['an unknown value', '<haiilo-button variant="pirmary" />', `"pirmary"' is not assignable`],
  ['an unknown property', '<haiilo-button [tone]="text()" />', "Can't bind to 'tone'"],
  ['a signal that is not called', '<haiilo-button [disabled]="flag" />', 'is not assignable to type'],
  ['a word for a boolean', '<haiilo-button disabled="yes" />', `"yes"' is not assignable`],
  ['a word for a number', '<haiilo-skeleton lines="many" />', `"many"' is not assignable`],
  ['a number out of range', '<haiilo-card level="7" />', `"7"' is not assignable`],
  ['a text for options', '<haiilo-select options="north" />', `'string' is not assignable`],
  ['a number for a text', '<haiilo-text-field [label]="7" />', `'number' is not assignable`],
  [
    'a number for a value that can be a text',
    '<haiilo-text-field (valueChange)="count = $event" />',
    `'string | number | null' is not assignable`,
  ],
  ['two-way binding of a number to a text', '<haiilo-select [(value)]="count" />', `'number' is not assignable`],
  [
    'two-way binding of a property that only the app changes',
    '<haiilo-text-field [(label)]="text" />',
    "two-way binding 'label'",
  ],
  ['a number for a chosen value', '<haiilo-select [value]="count" />', `'number' is not assignable`],
  ['an event instead of its values', '<haiilo-config-form (save)="takeValues($event)" />', "'CustomEvent<"],
  ['an object that is not a host', '<haiilo-config-form [host]="{}" />', "Type '{}' is missing"],
  ['an unknown method', '<haiilo-dialog #dialog /><b (click)="dialog.open()"></b>', 'not callable'],
  ['a form field of another type', '<haiilo-checkbox [formField]="form.title" />', 'is not assignable to type'],
  ['a number of a form for a chosen value', '<haiilo-select [formField]="form.count" />', `'number' is not assignable`],
]

const WRONG = pathOf('../../types-test/angular/wrong.ts')
const WRONG_TEXT = `
  import { Component, signal } from '@angular/core'
  import { form, FormField } from '@angular/forms/signals'
  import type { ConfigValues } from '@haiilo-kit/ui'
  import { HaiiloButton, HaiiloCard, HaiiloCheckbox, HaiiloConfigForm, HaiiloDialog, HaiiloSelect, HaiiloSkeleton, HaiiloTextField } from '@haiilo-kit/ui/angular'

  class View {
    readonly text = signal('')
    readonly flag = signal(false)
    count = 1
    readonly form = form(signal({ title: '', count: 1 }))
    takeValues(values: ConfigValues): void {}
  }
  ${wrong.map(([, template], index) => componentOf(template, index)).join('')}
`

let mistakes: readonly Mistake[] | undefined

test('accepts correct use in templates', () => {
  mistakes ??= check()
  expect(mistakes.filter(({ file }) => file !== WRONG)).toEqual([])
}, 120_000)

test('reports wrong use in templates', () => {
  mistakes ??= check()
  const found = mistakes.filter(({ file }) => file === WRONG)
  const reported = wrong.map(([mistake], index) => {
    return [mistake, ...found.filter(({ view }) => view === index).map(({ text }) => text)]
  })
  const expected = wrong.map(([mistake, , error]) => [mistake, expect.stringContaining(error) as string])
  expect(reported).toEqual(expected)
}, 120_000)

interface Mistake {
  readonly file: string | undefined
  /** The number of the component with the mistake. */
  readonly view: number
  readonly text: string
}

/** Returns the errors of TypeScript and Angular's compiler. */
function check(): Mistake[] {
  const program = compile(new Map([[WRONG, WRONG_TEXT]]))
  // another check compiles the sources that these files import
  const typescript = program.getTsProgram()
  const files = typescript.getRootFileNames().map((name) => typescript.getSourceFile(name))
  const all = [
    ...program.getTsOptionDiagnostics(),
    ...program.getNgStructuralDiagnostics(),
    ...files.flatMap((file) => [
      ...program.getTsSyntacticDiagnostics(file),
      ...program.getTsSemanticDiagnostics(file),
      ...program.getNgSemanticDiagnostics(file?.fileName),
    ]),
  ]
  return all.filter(({ category }) => category === ts.DiagnosticCategory.Error).map(mistakeOf)
}

/** Creates a program. `texts` are files that exist only in memory. */
function compile(texts: ReadonlyMap<string, string>): NgtscProgram {
  const { rootNames, options } = readConfiguration(pathOf('../../types-test/angular/tsconfig.json'))
  const host = createCompilerHost({ options })
  const { fileExists, getSourceFile } = host
  host.fileExists = (path) => texts.has(path) || fileExists(path)
  host.getSourceFile = (path, version, ...rest) => {
    const text = texts.get(path)
    return text === undefined ? getSourceFile(path, version, ...rest) : ts.createSourceFile(path, text, version)
  }
  return new NgtscProgram([...rootNames, ...texts.keys()], options, host)
}

function mistakeOf({ file, start = 0, messageText }: ts.Diagnostic): Mistake {
  const before = file?.text.slice(0, start) ?? ''
  const view = Number(
    before
      .match(/\/\* (\d+) \*\//g)
      ?.at(-1)
      ?.replace(/\D/g, '') ?? -1,
  )
  return { file: file?.fileName, view, text: ts.flattenDiagnosticMessageText(messageText, '\n') }
}

function componentOf(template: string, index: number): string {
  const imports = [...new Set(template.match(/(?<=<)haiilo-[a-z-]+/g))].map((tag) =>
    tag.replace(/(?:^|-)./g, (start) => start.slice(-1).toUpperCase()),
  )
  const needs = template.includes('formField') ? [...imports, 'FormField'] : imports
  return `/* ${index} */ @Component({ imports: [${needs.join()}], template: ${JSON.stringify(template)} }) export class Wrong${index} extends View {}\n`
}

function pathOf(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}
