import { intro, log, outro } from '@clack/prompts'
import { Command, CommanderError, Option } from 'commander'
import { basename, relative, resolve } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { createQuestions, type Questions } from './ask.js'
import { nameProblem, suggestName } from './package-name.js'
import { Problem } from './problem.js'
import { projectFiles } from './project-files.js'
import { frameworks, type Framework, type Project } from './project.js'
import { readVersion } from './version.js'
import { requireEmpty, writeProject } from './write-project.js'

/** Everything that the program uses of its process. Tests replace it. */
export interface Environment {
  readonly stdin: Readable & { readonly isTTY?: boolean }
  readonly stdout: Writable & { readonly isTTY?: boolean }
  readonly stderr: Writable
  /** The absolute path to which the folder of the project is relative. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Ends the program. Nothing is left of an unfinished project. */
  readonly stop: AbortSignal
}

/** Exit codes: those of shells for a program that the person stopped. */
const exitCodes = { success: 0, failure: 2, cancelled: 130 } as const

type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

interface Options {
  readonly name?: string
  readonly framework?: Framework
  readonly configView?: boolean
  readonly tests?: boolean
  readonly backEnd?: boolean
  readonly tarballs?: string
}

/**
 * Runs the program without exiting the process. Never rejects.
 *
 * @param argv The arguments after the name of the program.
 * @returns The exit code: 0 the project was created, 2 it could not be created, 130 the person cancelled.
 */
export async function run(argv: readonly string[], environment: Environment): Promise<ExitCode> {
  const { stderr } = environment
  let exitCode: ExitCode = exitCodes.success
  const program = createProgram(environment).action(async (folder: string | undefined, options: Options) => {
    exitCode = await create(folder, options, environment)
  })
  try {
    await program.parseAsync(argv, { from: 'user' })
    return exitCode
  } catch (error) {
    // commander has already printed its message
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.success : exitCodes.failure
    if (environment.stop.aborted) return cancelled(environment)
    const reason = error instanceof Error ? error.message : String(error)
    stderr.write(`error: ${error instanceof Problem ? reason : `The project could not be written. ${reason}`}\n`)
    return exitCodes.failure
  }
}

function createProgram({ stdout, stderr }: Environment): Command {
  return new Command('create-haiilo-plugin')
    .description('Creates a plug-in for Haiilo Home. At a terminal, it asks about everything that is not an argument.')
    .usage('[options] [folder]')
    .argument('[folder]', 'a folder that does not exist, or an empty one')
    .addOption(
      new Option('--framework <name>', 'the framework of the plug-in').choices(Object.keys(frameworks) as Framework[]),
    )
    .option('--name <name>', 'the name in package.json; default: that of the folder')
    .option('--config-view', 'a settings page of its own (default)')
    .option('--no-config-view', 'no settings page: Haiilo Home draws a form from the manifest')
    .option('--tests', 'tests with Vitest and Playwright (default)')
    .option('--no-tests', 'no tests')
    .option('--back-end', 'a back end on Hono and SQLite')
    .option('--no-back-end', 'no back end (default)')
    .option('--tarballs <folder>', 'take the packages of the kit from tarballs in this folder')
    .version(readVersion(), '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', EXAMPLES)
    .exitOverride()
    .showHelpAfterError('(run with --help for usage)')
    .configureOutput({ writeOut: (text) => stdout.write(text), writeErr: (text) => stderr.write(text) })
}

const EXAMPLES = `
Examples:
  npm create haiilo-plugin@latest my-plugin
  npm create haiilo-plugin@latest my-plugin -- --framework vue --no-config-view

Exit codes: 0 the project was created, 2 it could not be created, 130 cancelled.`

async function create(argument: string | undefined, options: Options, environment: Environment): Promise<ExitCode> {
  const { stdin, stdout, cwd, stop } = environment
  const isInteractive = stdin.isTTY === true && stdout.isTTY === true
  const terminal = { input: stdin, output: stdout }
  if (isInteractive) intro('A plug-in for Haiilo Home', terminal)
  else requireArguments(argument, options)

  const ask = isInteractive ? createQuestions(terminal) : undefined
  const given = argument ?? (await ask?.folder())
  if (given === undefined) return cancelled(environment)
  const folder = resolve(cwd, given)
  // before the other questions, because the answers would be lost
  await requireEmpty(folder)
  const project = await chooseProject(folder, options, ask, cwd)
  if (!project) return cancelled(environment)

  await writeProject(folder, await projectFiles(project), stop)
  const report = isInteractive
    ? { done: (text: string) => log.success(text, terminal), next: (text: string) => outro(text, terminal) }
    : { done: (text: string) => stdout.write(`${text}\n\n`), next: (text: string) => stdout.write(`${text}\n`) }
  report.done(`${project.name} is a plug-in in ${frameworks[project.framework]}. Its README describes the commands.`)
  report.next(`Next:\n${nextCommands(folder, environment)}`)
  return exitCodes.success
}

/** @throws {Problem} An argument is missing that only a person could add. */
function requireArguments(folder: string | undefined, { framework }: Options): void {
  const missing = [
    ...(folder === undefined ? ['the folder, such as my-plugin'] : []),
    ...(framework === undefined ? [`--framework ${Object.keys(frameworks).join('|')}`] : []),
  ]
  if (missing.length > 0)
    throw new Problem(`Without a terminal, these arguments are needed: ${missing.join(', and ')}.`)
}

/** Takes the options, and asks about the others. Returns `undefined` if the person cancels. */
async function chooseProject(
  folder: string,
  options: Options,
  ask: Questions | undefined,
  cwd: string,
): Promise<Project | undefined> {
  const name = await chooseName(options.name ?? basename(folder), ask)
  if (name === undefined) return undefined
  const framework = options.framework ?? (await ask?.framework())
  if (framework === undefined) return undefined
  const configView = options.configView ?? (ask ? await ask.configView() : true)
  if (configView === undefined) return undefined
  const tests = options.tests ?? (ask ? await ask.tests() : true)
  if (tests === undefined) return undefined
  const backEnd = options.backEnd ?? (ask ? await ask.backEnd() : false)
  if (backEnd === undefined) return undefined
  const tarballs = options.tarballs === undefined ? undefined : resolve(cwd, options.tarballs)
  return { name, framework, configView, tests, backEnd, tarballs }
}

/** @throws {Problem} npm refuses the name, and there is nobody to ask. */
async function chooseName(wanted: string, ask: Questions | undefined): Promise<string | undefined> {
  const problem = nameProblem(wanted)
  if (problem === undefined) return wanted
  if (ask) return ask.name(wanted)
  throw new Problem(`npm does not accept the name "${wanted}": ${problem}. Add --name ${suggestName(wanted)}.`)
}

function cancelled({ stderr }: Environment): ExitCode {
  stderr.write('Cancelled. No file was written.\n')
  return exitCodes.cancelled
}

function nextCommands(folder: string, { cwd, env }: Environment): string {
  const manager = /^(?:pnpm|yarn|bun)(?=\/)/.exec(env['npm_config_user_agent'] ?? '')?.[0] ?? 'npm'
  const path = relative(cwd, folder)
  const enter = path === '' ? [] : [`cd ${/[^\w./\\-]/.test(path) ? JSON.stringify(path) : path}`]
  return [...enter, `${manager} install`, `${manager} run dev`].map((command) => `  ${command}`).join('\n')
}
