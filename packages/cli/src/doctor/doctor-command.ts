import { InvalidArgumentError, type Command } from 'commander'
import type { CommandContext, ExitCode } from '../context.js'
import { formatOption, formats, parseHttpUrl, parseSeconds, type FormatName } from '../options.js'
import { doctor } from './doctor.js'

/** Adds the command `doctor` to the program. */
export function addDoctorCommand(program: Command, context: CommandContext, end: (code: ExitCode) => void): void {
  program
    .command('doctor')
    .summary('find mistakes in a deployed plug-in')
    .description(
      'Requests a deployed plug-in like Haiilo Home. Finds mistakes in its manifest, pages, headers and files.',
    )
    .argument('<url>', 'the URL of the manifest', parseManifestUrl)
    .addOption(formatOption())
    .option('--strict', 'fail on warnings, too')
    .option(
      '--tenant <url>',
      'a tenant that shows the plug-in: checks that its pages allow the tenant to embed them',
      parseHttpUrl,
    )
    .option('--browser', 'open the plug-in in Chromium, in a simulated tenant')
    .option('--webhook', 'send the lifecycle webhook a forged token, and check that it is refused')
    .option(
      '--timeout <seconds>',
      'how long a response may take; all of them may take six times as long',
      parseSeconds,
      context.timeout / 1000,
    )
    .addHelpText('after', EXAMPLES)
    .action(async (url: URL, { format, strict, tenant, webhook, browser, timeout }: Options) => {
      const options = {
        createFormat: formats[format],
        isStrict: strict === true,
        tenant,
        callsWebhook: webhook === true,
        usesBrowser: browser === true,
      }
      end(await doctor(url, options, { ...context, timeout: timeout * 1000 }))
    })
}

interface Options {
  readonly format: FormatName
  readonly strict?: boolean
  readonly tenant?: URL
  readonly browser?: boolean
  readonly webhook?: boolean
  readonly timeout: number
}

function parseManifestUrl(text: string): URL {
  if (URL.canParse(text)) return parseHttpUrl(text)
  throw new InvalidArgumentError('Expected an http or https URL. To check a file, run "haiilo-kit validate".')
}

const EXAMPLES = `
Examples:
  haiilo-kit doctor https://plugins.example.com/lunch/manifest.json
  haiilo-kit doctor https://plugins.example.com/lunch/manifest.json --tenant https://acme.coyocloud.com --strict
  haiilo-kit doctor https://plugins.example.com/lunch/manifest.json --browser
  haiilo-kit doctor https://test.example.com/lunch/manifest.json --webhook
  haiilo-kit doctor http://localhost:4173/manifest.json --format json

With --webhook, the event "install" or "instance_add" is sent with a forged token. A webhook that accepts it may store the
tenant "haiilo-kit-doctor". Without --webhook, only GET requests are sent.

With --browser, the scripts of the plug-in run in Chromium and send their own requests. The tenant is simulated inside of
this browser: the one of --tenant, or one that the pages list in frame-ancestors. The real tenant gets no request. The browser is the
one in CHROMIUM_PATH, or else the one of Playwright, or else an installed Chrome or Edge.

Exit codes: 0 no errors, 1 errors (with --strict also warnings), 2 wrong arguments or a manifest that cannot be read.`
