import { styleText } from 'node:util'
import type { PreviewServer, ViteDevServer } from 'vite'

/** Adds the address of the manifest, and of the sandbox if there is one, to the addresses that a server prints on start. */
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

/** Returns the address of the sandbox with the address of the manifest. */
export function sandboxLink(sandbox: string, manifest: string): string {
  if (sandbox.includes(PLACEHOLDER)) return sandbox.replaceAll(PLACEHOLDER, encodeURIComponent(manifest))
  const link = new URL(sandbox)
  link.searchParams.set('manifest', manifest)
  return link.href
}

const PLACEHOLDER = '{manifest}'

/** Formatted like Vite's own lines. */
function line(label: string, address: string): string {
  const shown = address.replace(/:(\d+)\//, (_, port: string) => `:${styleText('bold', port)}/`)
  return `  ${styleText('green', '➜')}  ${styleText('bold', label)}:${' '.repeat(8 - label.length)}${styleText('cyan', shown)}`
}
