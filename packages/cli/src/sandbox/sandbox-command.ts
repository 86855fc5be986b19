import { InvalidArgumentError, type Command } from 'commander'
import type { CommandContext, ExitCode } from '../context.js'
import { parseHttpUrl } from '../options.js'
import { sandbox } from './sandbox.js'

/**
 * Adds the command `sandbox` to the program.
 *
 * @param command The arguments after `--`.
 */
export function addSandboxCommand(
  program: Command,
  context: CommandContext,
  end: (code: ExitCode) => void,
  command: readonly string[],
): void {
  program
    .command('sandbox')
    .summary('show a plug-in in a simulated Haiilo Home')
    .usage('[options] [source] [-- command ...]')
    .description(
      'Shows a plug-in in a simulated Haiilo Home on this machine, and reads its manifest again after each change.',
    )
    .argument('[source]', 'a manifest (file, module or URL) or a folder with one; default: the current folder')
    .option('--port <number>', 'port of the page; default: 4400 or the next free one', parsePort)
    .option('--url <url>', 'URL that the manifest is served from', parseHttpUrl)
    .option('--back-end <file>', 'also start this program of Node, and start it again after each change')
    .option('--open', 'open the page in the browser')
    .addHelpText('after', EXAMPLES)
    .action(async (source: string | undefined, { open = false, ...options }: Options) => {
      end(await sandbox(source, { ...options, open, command }, context))
    })
}

interface Options {
  readonly port?: number
  readonly url?: URL
  readonly backEnd?: string
  readonly open?: boolean
}

function parsePort(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port
  throw new InvalidArgumentError('Expected a whole number from 1 to 65535.')
}

const EXAMPLES = `
Examples:
  haiilo-kit sandbox -- npm run dev
  haiilo-kit sandbox -- ng serve
  haiilo-kit sandbox --back-end server/main.ts -- ng serve
  haiilo-kit sandbox dist
  haiilo-kit sandbox manifest.json --url http://localhost:8080/manifest.json
  haiilo-kit sandbox https://plugins.example.com/lunch/manifest.json

URLs in the manifest are relative to --url. Default: the URL of the manifest, the first local URL that the command
prints, or else a URL from which the sandbox serves the folder.

The back end runs with NODE_ENV=development and the variables in .env. PORT is that of the development server, so only
.env can set it for the back end. A change of its folder, of .env or of the manifest starts it again.

The set-up of the page is saved in .haiilo/sandbox.json.

Exit codes: 0 the command ended without an error, 2 wrong arguments, or something could not be read or started.`
