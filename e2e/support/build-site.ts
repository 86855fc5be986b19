import type { BrowserContext } from '@playwright/test'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** The files of a built site by path, such as `/index.html`. */
export type Site = ReadonlyMap<string, string | Buffer>

const sites = new Map<string, Promise<Site>>()

/**
 * Builds a folder of this repository for production, once per worker, without writing files.
 *
 * @param alias Modules that replace others, by the name in the imports.
 */
export function buildSite(folder: string, alias: Readonly<Record<string, string>> = {}): Promise<Site> {
  const key = JSON.stringify([folder, alias])
  const site = sites.get(key) ?? buildInMemory(folder, alias)
  sites.set(key, site)
  return site
}

async function buildInMemory(folder: string, alias: Readonly<Record<string, string>>): Promise<Site> {
  const root = fileURLToPath(new URL(`../../${folder}`, import.meta.url))
  // prefers a .js config, as Vite does
  const [configFile] = readdirSync(root)
    .filter((name) => /^vite\.config\.[jt]s$/.test(name))
    .sort()
  const output = await build({
    root,
    configFile: `${root}/${configFile}`,
    logLevel: 'error',
    resolve: { alias },
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

/** Answers all requests to an origin from a built site, like a static server that allows CORS for all origins. */
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
