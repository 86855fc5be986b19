import { styleText } from 'node:util'
import type { PreviewServer, ViteDevServer } from 'vite'
import type { SandboxState } from './dev-sandbox.js'
import { installCommand } from './install-command.js'
import { manifestUrlOf } from './manifest-url.js'
import { SANDBOX_PACKAGE } from './sandbox-package.js'

/** Adds the address of the manifest, and of the sandbox if it runs, to the addresses that a server prints on start. */
export function printLinks(server: ViteDevServer | PreviewServer, sandbox: () => SandboxState): void {
  const printUrls = server.printUrls.bind(server)
  server.printUrls = () => {
    printUrls()
    const manifest = manifestUrlOf(server)
    if (manifest === undefined) return
    const { logger, root } = server.config
    logger.info(line('Haiilo', address(manifest)))
    const state = sandbox()
    if (typeof state === 'object') logger.info(line('Sandbox', address(state.url)))
    else if (state === 'not-installed' && !suggested.has(root)) {
      suggested.add(root)
      logger.info(line('Sandbox', styleText('dim', `not installed, run ${installCommand(SANDBOX_PACKAGE)}`)))
    }
  }
}

/** The projects for which the sandbox was suggested. Vite creates the plug-in again when it restarts, and once is enough. */
const suggested = new Set<string>()

/** Formatted like Vite's own lines. */
function line(label: string, text: string): string {
  return `  ${styleText('green', '➜')}  ${styleText('bold', label)}:${' '.repeat(8 - label.length)}${text}`
}

function address(url: string): string {
  return styleText(
    'cyan',
    url.replace(/:(\d+)\//, (_, port: string) => `:${styleText('bold', port)}/`),
  )
}
