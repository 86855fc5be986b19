import { printable } from '@haiilo-kit/core/token'
import type { Manifest } from '@haiilo-kit/manifest'
import { declarationPath } from '@haiilo-kit/manifest/declaration'
import { exitCodes, type ExitCode } from '../exit-code.js'
import { createHuman } from '../formats/human.js'
import type { Io } from '../io.js'
import { SourceError } from '../sources/source-error.js'
import { identifySource } from '../sources/source.js'
import type { Paint } from '../terminal/paint.js'
import { isUnreadable } from '../validate/report.js'
import { validateSource } from '../validate/validate-source.js'
import { updateDeclaration } from './update-declaration.js'

/** Writes the declaration of each manifest, or only compares; a manifest with errors gets none, and its findings are shown. */
export async function writeTypes(files: readonly string[], isCheck: boolean, io: Io): Promise<ExitCode> {
  const codes: ExitCode[] = []
  // one after the other: the same file may be named twice
  for (const file of files) codes.push(await writeOne(file, isCheck, io))
  return codes.reduce((worst, code) => (code > worst ? code : worst), exitCodes.fine)
}

async function writeOne(file: string, isCheck: boolean, io: Io): Promise<ExitCode> {
  const report = await validateSource(identifySource(file, io.cwd), undefined, io)
  if (isUnreadable(report)) return fail(file, report.problem, io)
  if (!report.manifest) {
    createHuman({ io, isStrict: false }).add(report)
    return exitCodes.errors
  }
  return declare(file, report.manifest, isCheck, io)
}

async function declare(file: string, manifest: Manifest, isCheck: boolean, io: Io): Promise<ExitCode> {
  const target = declarationPath(file)
  try {
    const state = await updateDeclaration(file, manifest, { cwd: io.cwd, isCheck })
    io.stdout.text(`${say(printable(target), state, io.stdout.paint)}\n`)
    return state === 'stale' ? exitCodes.errors : exitCodes.fine
  } catch (error) {
    if (error instanceof SourceError) return fail(target, error.message, io)
    throw error
  }
}

function fail(file: string, problem: string, io: Io): ExitCode {
  io.stderr.text(`${io.stderr.paint('red', '✗')} ${printable(file)}  ${problem}\n`)
  return exitCodes.failure
}

function say(target: string, state: 'current' | 'stale' | 'written', paint: Paint): string {
  const name = paint('bold', target)
  if (state === 'stale') return `${paint('red', '✗')} ${name}  is out of date: run "haiilo-kit types" again`
  return `${paint('green', '✓')} ${name}${paint('dim', state === 'written' ? '  written' : '  up to date')}`
}
