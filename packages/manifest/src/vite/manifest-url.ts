import type { PreviewServer, ViteDevServer } from 'vite'

/** Returns the address of the manifest on a server that listens. */
export function manifestUrlOf({ resolvedUrls }: ViteDevServer | PreviewServer): string | undefined {
  const [own] = [...(resolvedUrls?.local ?? []), ...(resolvedUrls?.network ?? [])]
  return own === undefined ? undefined : new URL('manifest.json', own).href
}
