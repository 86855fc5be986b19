import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { servePluginFolder } from './serve-plugin-folder.js'

async function folderOnServer(): Promise<string> {
  const outside = await mkdtemp(join(tmpdir(), 'haiilo-folder-'))
  const folder = join(outside, 'plugin')
  await mkdir(join(folder, 'sub'), { recursive: true })
  await writeFile(join(outside, 'secret.txt'), 'secret')
  await writeFile(join(folder, '.env'), 'secret')
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Plug-in</title>')
  await writeFile(join(folder, 'sub', 'ünder score.js'), 'export {}')
  await symlink(join(outside, 'secret.txt'), join(folder, 'link.txt'))
  await symlink(outside, join(folder, 'up'))
  const { url, close } = await servePluginFolder(folder)
  onTestFinished(close)
  return url.replace('localhost', '127.0.0.1')
}

/** `fetch` would resolve the dots itself. */
async function rawStatus(url: string, path: string, headers: Record<string, string> = {}): Promise<number> {
  const { port } = new URL(url)
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    }).on('error', reject)
  })
}

test('serves the files of the folder to all origins', async () => {
  const url = await folderOnServer()
  const page = await fetch(url)
  expect(page.headers.get('content-type')).toMatch('text/html')
  expect(page.headers.get('access-control-allow-origin')).toBe('*')
  expect(await page.text()).toContain('Plug-in')
  expect((await fetch(`${url}sub/ünder score.js`)).status).toBe(200)
})

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/sub/..%2f..%2fsecret.txt',
  '/..%5csecret.txt',
  '/link.txt',
  '/up/secret.txt',
  '/.env',
  '/%2eenv',
  '/%ff',
  '/%00',
  '/missing.js',
])('does not serve %s', async (path) => {
  expect([404, 500]).toContain(await rawStatus(await folderOnServer(), path))
})

test('answers only requests for this machine', async () => {
  expect(await rawStatus(await folderOnServer(), '/', { host: 'rebound.example.com' })).toBe(403)
})

test('throws if the folder does not exist', async () => {
  await expect(servePluginFolder(join(tmpdir(), 'haiilo-no-such-folder'))).rejects.toThrow('ENOENT')
})
