import type { Command } from 'commander'
import type { CommandContext, ExitCode } from '../context.js'
import { formatOption, formats, parseHttpUrl, parseSeconds, type FormatName } from '../options.js'
import { validate } from './validate.js'

/** Adds the command `validate` to the program. */
export function addValidateCommand(program: Command, context: CommandContext, end: (code: ExitCode) => void): void {
  const command: Command = program
    .command('validate')
    .summary('find mistakes in manifests')
    .description('Finds mistakes in manifests and shows where they are and how to fix them.')
    .argument('<source...>', 'a file, a URL, "-" for standard input, or a .ts or .js file that exports a manifest')
    .addOption(formatOption())
    .option('--strict', 'fail on warnings, too')
    .option('--url <url>', 'URL of the manifest after deployment: its URLs are resolved against it', parseHttpUrl)
    .option('--timeout <seconds>', 'how long a URL or a program may take', parseSeconds, context.timeout / 1000)
    .addHelpText('after', EXAMPLES)
    .action(async (sources: readonly string[], { format, strict, url, timeout }: Options) => {
      if (url && sources.length > 1) command.error('error: --url can be used with one source only')
      if (sources.filter((source) => source === '-').length > 1)
        command.error('error: standard input can be read only once')
      const options = { createFormat: formats[format], isStrict: strict === true, url }
      end(await validate(sources, options, { ...context, timeout: timeout * 1000 }))
    })
}

interface Options {
  readonly format: FormatName
  readonly strict?: boolean
  readonly url?: URL
  readonly timeout: number
}

const EXAMPLES = `
Examples:
  haiilo-kit validate manifest.json
  haiilo-kit validate manifest.ts --url https://plugins.example.com/lunch/manifest.json
  haiilo-kit validate https://plugins.example.com/lunch/manifest.json --strict
  cat manifest.json | haiilo-kit validate -
  haiilo-kit validate plugins/*/manifest.json --format sarif > manifests.sarif

A .ts or .js file runs in its own process. Its default export or its export "manifest" is validated.

Exit codes: 0 no errors, 1 errors (with --strict also warnings), 2 wrong arguments or a source that cannot be read.`
