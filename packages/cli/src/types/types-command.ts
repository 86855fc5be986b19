import type { Command } from 'commander'
import type { CommandContext, ExitCode } from '../context.js'
import { writeTypes } from './write-types.js'

/** Adds the command `types` to the program. */
export function addTypesCommand(program: Command, context: CommandContext, end: (code: ExitCode) => void): void {
  const command: Command = program
    .command('types')
    .summary('write type declarations for hand-written manifests')
    .description('Writes manifest.d.json.ts next to a manifest.json, so that TypeScript knows its exact values.')
    .argument('<manifest.json...>', 'a hand-written manifest')
    .option('--check', 'write nothing, and fail if a declaration is missing or out of date')
    .addHelpText('after', EXAMPLES)
    .action(async (files: readonly string[], options: { readonly check?: boolean }) => {
      const other = files.find((file) => !/.\.json$/.test(file))
      if (other !== undefined)
        command.error(`error: ${other} is not a .json file; a manifest in TypeScript needs no declaration`)
      end(await writeTypes(files, options.check === true, context))
    })
}

const EXAMPLES = `
Examples:
  haiilo-kit types manifest.json
  haiilo-kit types plugins/*/manifest.json --check

TypeScript reads the declaration if tsconfig.json sets "allowArbitraryExtensions" and "resolveJsonModule" to true.

Exit codes: 0 success, 1 a manifest with errors or (with --check) an outdated declaration, 2 wrong arguments or a file that
cannot be read or written.`
