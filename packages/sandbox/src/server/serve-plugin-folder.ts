import { realpath } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, sep } from 'node:path'
import sirv from 'sirv'
import { closeServer } from './create-sandbox-server.js'
import { HttpError, sendJson } from './json-messages.js'
import { requireKnownHost } from './require-own-page.js'

export interface PluginFolder {
  /** Address of the folder, with a final slash: `http://localhost:50123/`. */
  readonly url: string
  readonly close: () => Promise<void>
}

/**
 * Serves a folder with a plug-in, on the loopback interface and on a port of its own: a plug-in never has the origin of its tenant. Every
 * origin may read the files, since a sandboxed frame has none. No file outside of the folder is served, and none whose name begins with a
 * dot.
 *
 * @param folder Absolute.
 * @throws {Error} There is no such folder.
 */
export async function servePluginFolder(folder: string): Promise<PluginFolder> {
  const root = await realpath(folder)
  const serve = sirv(root, { dev: true, etag: true, setHeaders: allowEveryOrigin })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    requireKnownHost(request, [])
    const missing = (): void => sendJson(response, 404, { message: 'There is no such file.' })
    if (await mayServe(root, request.url ?? '/')) serve(request, response, missing)
    else missing()
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      const status = error instanceof HttpError ? error.status : 500
      sendJson(response, status, { message: error instanceof HttpError ? error.message : 'The server failed.' })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close: async () => closeServer(server),
  }
}

function allowEveryOrigin(response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', '*')
  response.setHeader('cache-control', 'no-cache')
}

/** Whether a path stays in the folder, links on disk included, and no part of it is hidden. The file server answers for what is missing. */
async function mayServe(root: string, address: string): Promise<boolean> {
  try {
    const path = decodeURIComponent(new URL(address, 'http://localhost').pathname)
    if (path.split(/[\\/]/).some((name) => name.startsWith('.') && name !== '.well-known')) return false
    const real = await realpath(join(root, path))
    return real === root || real.startsWith(`${root}${sep}`)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT'
  }
}
