import { printable } from '@haiilo-kit/core/token'
import type { Manifest } from '@haiilo-kit/manifest'
import { declarationPath, writeDeclaration } from '@haiilo-kit/manifest/declaration'
import { resolve } from 'node:path'
import { exitCodes, type CommandContext, type ExitCode } from '../context.js'
import { createHumanFormat } from '../formats/human.js'
import { fileError } from '../sources/read-bytes.js'
import { codeOf, reasonOf, SourceError } from '../sources/source-error.js'
import { identifySource } from '../sources/source.js'
import type { Paint } from '../terminal/paint.js'
import { isUnreadable } from '../validate/report.js'
import { validateSource } from '../validate/validate.js'

/**
 * Writes the declaration of each manifest. If a manifest has errors, shows its findings instead.
 *
 * @param isCheck Whether to compare the declarations without writing them.
 */
export async function writeTypes(
  files: readonly string[],
  isCheck: boolean,
  context: CommandContext,
): Promise<ExitCode> {
  const codes: ExitCode[] = []
  // one after the other, because two arguments can name the same file
  for (const file of files) codes.push(await processFile(file, isCheck, context))
  return codes.reduce((worst, code) => (code > worst ? code : worst), exitCodes.success)
}

async function processFile(file: string, isCheck: boolean, context: CommandContext): Promise<ExitCode> {
  const report = await validateSource(identifySource(file, context.cwd), undefined, context)
  if (isUnreadable(report)) return fail(file, report.problem, context)
  if (!report.manifest) {
    createHumanFormat(context, { isStrict: false, subject: 'manifest' }).add(report)
    return exitCodes.errors
  }
  return declare(file, report.manifest, isCheck, context)
}

type State = 'current' | 'stale' | 'written'

async function declare(
  file: string,
  manifest: Manifest,
  isCheck: boolean,
  { cwd, stdout, stderr }: CommandContext,
): Promise<ExitCode> {
  const target = declarationPath(file)
  try {
    const state = await updateDeclaration(resolve(cwd, file), manifest, isCheck)
    stdout.text(`${describe(printable(target), state, stdout.paint)}\n`)
    return state === 'stale' ? exitCodes.errors : exitCodes.success
  } catch (error) {
    if (error instanceof SourceError) return fail(target, error.message, { stderr })
    throw error
  }
}

/** @throws {SourceError} The declaration cannot be read or written, or it was not generated. */
async function updateDeclaration(path: string, manifest: Manifest, isCheck: boolean): Promise<State> {
  try {
    const state = await writeDeclaration(path, manifest, { check: isCheck })
    if (state === 'current' || state === 'written') return state
  } catch (error) {
    throw writeError(error)
  }
  if (isCheck) return 'stale'
  throw new SourceError(NOT_GENERATED)
}

function writeError(error: unknown): SourceError {
  const code = codeOf(error) ?? ''
  if (code === 'EISDIR') return fileError(error)
  return new SourceError(REASONS[code] ?? `The file cannot be written: ${code || reasonOf(error)}.`, { cause: error })
}

const REASONS: Readonly<Record<string, string>> = {
  ELOOP: 'This is a symbolic link, and links are not followed. Remove it first.',
  EINVAL: 'This is not a file.',
}
const NOT_GENERATED = 'This file was not generated, so it is not overwritten. Move or delete it first.'

function fail(file: string, problem: string, { stderr }: Pick<CommandContext, 'stderr'>): ExitCode {
  stderr.text(`${stderr.paint('red', '✗')} ${printable(file)}  ${problem}\n`)
  return exitCodes.failure
}

function describe(target: string, state: State, paint: Paint): string {
  const name = paint('bold', target)
  if (state === 'stale')
    return `${paint('red', '✗')} ${name}  is missing or out of date. Run "haiilo-kit types" without --check.`
  return `${paint('green', '✓')} ${name}${paint('dim', state === 'written' ? '  written' : '  up to date')}`
}
