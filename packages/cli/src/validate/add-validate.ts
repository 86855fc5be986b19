import { InvalidArgumentError, Option, type Command } from 'commander'
import type { ExitCode } from '../exit-code.js'
import { formats, type FormatName } from '../formats/formats.js'
import type { Io } from '../io.js'
import { validate } from './validate.js'

/** Adds `validate` to the program. */
export function addValidate(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const command: Command = program
    .command('validate')
    .summary('look for mistakes in manifests')
    .description('Looks for mistakes in manifests, and says where they are and how to mend them.')
    .argument('<source...>', 'a file, an address, "-" for standard input, or a .ts or .js file that exports a manifest')
    .addOption(new Option('--format <name>', 'how to say it').choices(Object.keys(formats)).default('human'))
    .option('--strict', 'fail on warnings, too')
    .option('--url <address>', 'where the manifest will lie: its addresses are resolved against it', parseUrl)
    .option('--timeout <seconds>', 'how long an address or a program may take', parseSeconds, io.timeout / 1000)
    .addHelpText('after', EXAMPLES)
    .action(async (sources: readonly string[], options: Options) => {
      if (options.url && sources.length > 1)
        command.error('error: --url is for one source, as no two lie at one address')
      if (sources.filter((source) => source === '-').length > 1)
        command.error('error: standard input is read only once')
      end(await validate(sources, options, { ...io, timeout: options.timeout * 1000 }))
    })
}

interface Options {
  readonly format: FormatName
  readonly strict?: boolean
  readonly url?: URL
  readonly timeout: number
}

function parseUrl(text: string): URL {
  const url = URL.parse(text)
  if (url?.protocol === 'https:' || url?.protocol === 'http:') return url
  throw new InvalidArgumentError('Expected an http or https address.')
}

function parseSeconds(text: string): number {
  const seconds = Number(text)
  if (seconds > 0 && seconds <= 3600) return seconds
  throw new InvalidArgumentError('Expected seconds, at most 3600.')
}

const EXAMPLES = `
Examples:
  haiilo-kit validate manifest.json
  haiilo-kit validate manifest.ts --url https://plugins.example.com/lunch/manifest.json
  haiilo-kit validate https://plugins.example.com/lunch/manifest.json --strict
  cat manifest.json | haiilo-kit validate -
  haiilo-kit validate plugins/*/manifest.json --format sarif > manifests.sarif

A .ts or .js file is run in a process of its own, and its default export, or the export named "manifest", is validated.

Exit codes: 0 no errors, 1 errors (with --strict warnings, too), 2 wrong usage or a source that cannot be read.`
