import type { Command } from 'commander'
import type { ExitCode } from '../exit-code.js'
import type { Io } from '../io.js'
import { writeTypes } from './write-types.js'

/** Adds `types` to the program. */
export function addTypes(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const command: Command = program
    .command('types')
    .summary('write the types of hand-written manifests')
    .description('Writes manifest.d.json.ts beside a manifest.json, so that TypeScript knows its exact values.')
    .argument('<manifest.json...>', 'a hand-written manifest')
    .option('--check', 'write nothing, and fail if a declaration is missing or out of date')
    .addHelpText('after', EXAMPLES)
    .action(async (files: readonly string[], options: { readonly check?: boolean }) => {
      const other = files.find((file) => !/.\.json$/.test(file))
      if (other !== undefined)
        command.error(`error: ${other} is no .json file; a manifest in TypeScript needs no declaration`)
      end(await writeTypes(files, options.check === true, io))
    })
}

const EXAMPLES = `
Examples:
  haiilo-kit types manifest.json
  haiilo-kit types plugins/*/manifest.json --check

TypeScript reads it once tsconfig.json has "allowArbitraryExtensions": true and "resolveJsonModule": true.

Exit codes: 0 done, 1 errors in a manifest or (--check) an old declaration, 2 wrong usage or a file that cannot be read
or written.`
