import type { BrowserContext } from '@playwright/test'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** The files of a built site by their path, `/index.html`. */
export type Site = ReadonlyMap<string, string | Buffer>

const sites = new Map<string, Promise<Site>>()

/** Builds a folder of this repository for production, once a worker; nothing is written. */
export function buildSite(folder: string): Promise<Site> {
  const site = sites.get(folder) ?? buildAnew(folder)
  sites.set(folder, site)
  return site
}

async function buildAnew(folder: string): Promise<Site> {
  const root = fileURLToPath(new URL(`../../${folder}`, import.meta.url))
  // Vite prefers the .js, which is the one for work on the kit
  const [configFile] = readdirSync(root)
    .filter((name) => /^vite\.config\.[jt]s$/.test(name))
    .sort()
  const output = await build({
    root,
    configFile: `${root}/${configFile}`,
    logLevel: 'error',
    build: { write: false, minify: false },
  })
  const outputs = Array.isArray(output) ? output : 'output' in output ? [output] : []
  const files = outputs.flatMap(({ output: chunks }) =>
    chunks.map((file): [string, string | Buffer] => [
      `/${file.fileName}`,
      file.type === 'chunk' ? file.code : Buffer.from(file.source),
    ]),
  )
  return new Map(files)
}

/** Answers every request for an origin from a built site, as a static server with CORS for everyone would. */
export async function serveSite(context: BrowserContext, origin: string, site: Site): Promise<void> {
  await context.route(`${origin}/**`, (route, request) => {
    const { pathname } = new URL(request.url())
    const path = pathname === '/' ? '/index.html' : pathname
    const body = site.get(path)
    if (body === undefined) return route.fulfill({ status: 404, body: '' })
    return route.fulfill({ body, contentType: typeOf(path), headers: { 'access-control-allow-origin': '*' } })
  })
}

function typeOf(path: string): string {
  const extension = path.slice(path.lastIndexOf('.') + 1)
  return (
    { html: 'text/html', js: 'text/javascript', css: 'text/css', json: 'application/json' }[extension] ?? 'text/plain'
  )
}
