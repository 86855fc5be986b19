import { styleText } from 'node:util'
import type { PreviewServer, ViteDevServer } from 'vite'

/** Lets a server name the manifest, and the sandbox if there is one, under the addresses that it prints on start. */
export function printLinks(server: ViteDevServer | PreviewServer, sandbox: string | undefined): void {
  const printUrls = server.printUrls.bind(server)
  server.printUrls = () => {
    printUrls()
    const [own] = [...(server.resolvedUrls?.local ?? []), ...(server.resolvedUrls?.network ?? [])]
    if (own === undefined) return
    const manifest = new URL('manifest.json', own).href
    const { logger } = server.config
    logger.info(line('Haiilo', manifest))
    if (sandbox !== undefined) logger.info(line('Sandbox', sandboxLink(sandbox, manifest)))
  }
}

/** The address of the sandbox with the manifest in it. */
export function sandboxLink(sandbox: string, manifest: string): string {
  if (sandbox.includes(PLACEHOLDER)) return sandbox.replaceAll(PLACEHOLDER, encodeURIComponent(manifest))
  const link = new URL(sandbox)
  link.searchParams.set('manifest', manifest)
  return link.href
}

const PLACEHOLDER = '{manifest}'

/** As Vite prints its own. */
function line(label: string, address: string): string {
  const shown = address.replace(/:(\d+)\//, (_, port: string) => `:${styleText('bold', port)}/`)
  return `  ${styleText('green', '➜')}  ${styleText('bold', label)}:${' '.repeat(8 - label.length)}${styleText('cyan', shown)}`
}
