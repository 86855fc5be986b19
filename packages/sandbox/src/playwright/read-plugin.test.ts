import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readPlugin } from './read-plugin.js'

/** The address of a manifest on a server that answers each request in this way. */
async function serve(status: number, body: string): Promise<string> {
  const server = createServer((_, response) => response.writeHead(status).end(body))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/manifest.json`
}

describe('the plug-in to test', () => {
  it('is read from the URL of its manifest', async () => {
    const url = await serve(200, '{"entryPoints":[]}')
    expect(await readPlugin({ manifest: url })).toEqual({
      manifest: { entryPoints: [] },
      manifestUrl: url,
      findings: [],
    })
  })

  it('can be an object with the URL to which its addresses are relative', async () => {
    const manifest = { entryPoints: [] }
    const url = 'http://localhost:5173/'
    expect(await readPlugin({ manifest, url })).toEqual({ manifest, manifestUrl: url, findings: [] })
  })

  it.each([
    ['no settings', undefined, 'Set the URL of its manifest in playwright.config'],
    ['a path', { manifest: 'manifest.json' }, 'haiilo.manifest: expected an http or https URL'],
    ['another protocol', { manifest: 'file:///lunch/manifest.json' }, 'haiilo.manifest: expected an http or https URL'],
    ['an object without a URL', { manifest: {} }, 'haiilo.url: expected'],
  ])('is refused with %s', async (_, settings, message) => {
    await expect(readPlugin(settings)).rejects.toThrow(message)
  })

  it.each([
    ['a status that is an error', 500, 'The manifest has errors.', 'answers with status 500'],
    ['something else than JSON', 200, '<!doctype html>', 'this is not a JSON object'],
    ['JSON that is not an object', 200, '7', 'this is not a JSON object'],
  ])('is refused if the server sends %s', async (_, status, body, message) => {
    await expect(readPlugin({ manifest: await serve(status, body) })).rejects.toThrow(message)
  })

  it('is refused with the fix if nothing answers', async () => {
    await expect(readPlugin({ manifest: 'http://127.0.0.1:1/manifest.json' })).rejects.toThrow(
      'Start the development server of the plug-in, for example with `webServer` in playwright.config.',
    )
  })
})
