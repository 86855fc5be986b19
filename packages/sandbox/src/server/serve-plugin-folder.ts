import { realpath } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, sep } from 'node:path'
import sirv from 'sirv'
import { closeServer } from './create-sandbox-server.js'
import { HttpError, sendJson } from './json.js'
import { requireKnownHost } from './request-guards.js'

/** A folder that is being served. */
export interface PluginFolder {
  /** Address of the folder, with a final slash: `http://localhost:50123/`. */
  readonly url: string
  /** Stops the server. */
  readonly close: () => Promise<void>
}

/**
 * Serves a folder with a plug-in on the loopback interface. It has its own port, because a plug-in never has the origin of its tenant. All
 * origins may read the files, because sandboxed frames have an opaque origin. It does not serve files outside of the folder or hidden files.
 *
 * @param folder Absolute.
 * @throws {Error} The folder does not exist.
 */
export async function servePluginFolder(folder: string): Promise<PluginFolder> {
  const root = await realpath(folder)
  const serve = sirv(root, { dev: true, etag: true, setHeaders: allowEveryOrigin })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (requireKnownHost(request) !== 'other') throw new HttpError(403, 'A plug-in never has the origin of a tenant.')
    const missing = (): void => sendJson(response, 404, { message: 'This file does not exist.' })
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

/** Whether a path is inside the folder after symbolic links are resolved, and no part of it is hidden. Missing files are allowed: the file server answers 404. */
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
