import { printable } from '@haiilo-kit/core/token'
import { Command, CommanderError } from 'commander'
import { exitCodes, type CommandContext, type Environment, type ExitCode } from './context.js'
import { addDoctorCommand } from './doctor/doctor-command.js'
import { reasonOf } from './sources/source-error.js'
import { addSandboxCommand } from './sandbox/sandbox-command.js'
import { applyStyle } from './terminal/paint.js'
import { createWriter } from './terminal/writer.js'
import { addTypesCommand } from './types/types-command.js'
import { addValidateCommand } from './validate/validate-command.js'
import { readVersion } from './version.js'

/**
 * Runs the program without exiting the process. Never rejects.
 *
 * @param argv The arguments after the name of the program.
 * @returns The exit code: 0 success, 1 a manifest has errors, 2 wrong arguments, or something could not be read or written.
 */
export async function run(argv: readonly string[], environment: Environment): Promise<ExitCode> {
  const context: CommandContext = {
    ...environment,
    stdout: createWriter(environment.stdout),
    stderr: createWriter(environment.stderr),
  }
  let exitCode: ExitCode = exitCodes.success
  const program = createProgram(context)
  const end = (code: ExitCode): void => {
    exitCode = code
  }
  // after "--" comes another program with its own options, which commander must not read
  const dashes = argv[0] === 'sandbox' && argv.includes('--') ? argv.indexOf('--') : argv.length
  addValidateCommand(program, context, end)
  addTypesCommand(program, context, end)
  addDoctorCommand(program, context, end)
  addSandboxCommand(program, context, end, argv.slice(dashes + 1))
  try {
    await program.parseAsync(argv.slice(0, dashes), { from: 'user' })
    return exitCode
  } catch (error) {
    // commander has already printed its message
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.success : exitCodes.failure
    context.stderr.text(`error: ${reasonOf(error)}.\n`)
    return exitCodes.failure
  }
}

function createProgram({ stdout, stderr }: CommandContext): Command {
  return new Command('haiilo-kit')
    .description('Commands for authors of Haiilo Home plug-ins.')
    .version(readVersion(), '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .exitOverride()
    .showHelpAfterError('(run with --help for usage)')
    .configureHelp({ styleTitle: (title) => applyStyle('bold', title) })
    .configureOutput({
      writeOut: stdout.text,
      writeErr: stderr.text,
      getOutHasColors: () => stdout.isStyled,
      getErrHasColors: () => stderr.isStyled,
      outputError: (text, write) => write(`${text.trimEnd().split('\n').map(printable).join('\n')}\n`),
    })
}
