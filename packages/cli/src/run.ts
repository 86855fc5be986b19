import { printable } from '@haiilo-kit/core/token'
import { Command, CommanderError } from 'commander'
import { exitCodes, type ExitCode } from './exit-code.js'
import type { Io, World } from './io.js'
import { reasonOf } from './sources/source-error.js'
import { addValidate } from './validate/add-validate.js'
import { addTypes } from './types/add-types.js'
import { style } from './terminal/paint.js'
import { createWriter } from './terminal/writer.js'
import { readVersion } from './version.js'

/**
 * Runs the program, and never ends the process: it writes to the streams that it is given.
 *
 * @param argv What follows the name of the program.
 * @returns The exit code: 0, all is well; 1, there are errors; 2, wrong usage, or something could not be read. It never rejects.
 */
export async function run(argv: readonly string[], world: World): Promise<ExitCode> {
  const io: Io = { ...world, stdout: createWriter(world.stdout), stderr: createWriter(world.stderr) }
  let exitCode: ExitCode = exitCodes.fine
  const program = createProgram(io)
  for (const add of [addValidate, addTypes]) {
    add(program, io, (code) => {
      exitCode = code
    })
  }
  try {
    await program.parseAsync(argv, { from: 'user' })
    return exitCode
  } catch (error) {
    // commander has already written it
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.failure
    io.stderr.text(`error: ${reasonOf(error)}\n`)
    return exitCodes.failure
  }
}

function createProgram(io: Io): Command {
  return new Command('haiilo-kit')
    .description('Commands for authors of Haiilo Home plug-ins.')
    .version(readVersion(), '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .exitOverride()
    .showHelpAfterError('(`--help` tells more)')
    .configureHelp({ styleTitle: (title) => style('bold', title) })
    .configureOutput({
      writeOut: io.stdout.text,
      writeErr: io.stderr.text,
      getOutHasColors: () => io.stdout.isStyled,
      getErrHasColors: () => io.stderr.isStyled,
      outputError: (text, write) => write(`${text.trimEnd().split('\n').map(printable).join('\n')}\n`),
    })
}
