import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import {
  build,
  createLogger,
  createServer,
  defaultClientConditions,
  mergeConfig,
  preview,
  type InlineConfig,
  type Logger,
  type PreviewServer,
  type ViteDevServer,
} from 'vite'
import { onTestFinished } from 'vitest'
import { haiiloManifest, type HaiiloManifestOptions } from '../../src/vite/index.js'

/** A project in a folder of its own, with the plug-in, that Vite really serves and builds. Gone when the test has finished. */
export interface App {
  readonly root: string
  readonly log: { readonly level: string; readonly text: string }[]
  readonly write: (path: string, content: string | object) => Promise<void>
  readonly remove: (path: string) => Promise<void>
  /** `undefined` if there is no such file. */
  readonly read: (path: string) => Promise<string | undefined>
  readonly dev: (options?: HaiiloManifestOptions, config?: InlineConfig) => Promise<ViteDevServer>
  readonly build: (options?: HaiiloManifestOptions, config?: InlineConfig) => Promise<void>
  readonly preview: (options?: HaiiloManifestOptions, config?: InlineConfig) => Promise<PreviewServer>
}

/** A page as applications have it. */
export const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Lunch</title>
    <script type="module" src="./main.js"></script>
  </head>
  <body></body>
</html>
`

/** A manifest without findings. */
export const MANIFEST = {
  manifestVersion: '2.5.0',
  pluginVersion: '1.0.0',
  name: { en: 'Lunch' },
  description: { en: 'What the canteen cooks today' },
  entryPoints: [entryPoint({ url: 'index.html?mode=a#b', configUrl: 'config.html' })],
}

/** An entry point without findings, with other values for `fields`. */
export function entryPoint(fields: object, id = '0d4a6c1e-5b7f-4c43-9a55-3f5c8a1e7b02'): object {
  return {
    id,
    url: 'index.html',
    name: { en: 'Lunch' },
    description: { en: 'What the canteen cooks today' },
    ...fields,
  }
}

/** The source of a manifest.ts. */
export function moduleOf(manifest: object): string {
  return `import { defineManifest } from '@haiilo-kit/manifest'
export const manifest = defineManifest(${JSON.stringify(manifest)})
`
}

/** Two pages with a script; the files that are given come in addition, `undefined` takes one away. */
export async function createApp(
  files: Readonly<Record<string, string | object | undefined>> = {},
  /** Where the project is. Default: in this package, so that it finds the packages of the kit. */
  folder = join(import.meta.dirname, '.cache'),
): Promise<App> {
  await mkdir(folder, { recursive: true })
  const root = await mkdtemp(join(folder, 'app-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  const log: { level: string; text: string }[] = []

  async function write(path: string, content: string | object): Promise<void> {
    const file = join(root, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content, null, 2))
  }

  function configOf(options: HaiiloManifestOptions = {}, config: InlineConfig = {}): InlineConfig {
    const own: InlineConfig = {
      root,
      configFile: false,
      clearScreen: false,
      customLogger: recorder(log),
      resolve: { conditions: ['kit-source', ...defaultClientConditions] },
      plugins: [haiiloManifest(options)],
      server: { host: '127.0.0.1', port: 0 },
      preview: { host: '127.0.0.1', port: 0 },
      optimizeDeps: { noDiscovery: true },
    }
    return mergeConfig(own, config)
  }

  const all: Readonly<Record<string, string | object | undefined>> = { ...START, ...files }
  for (const [path, content] of Object.entries(all)) if (content !== undefined) await write(path, content)
  return {
    root,
    log,
    write,
    remove: (path) => rm(join(root, path)),
    read: (path) => readFile(join(root, path), 'utf8').catch(() => undefined),
    async dev(options, config) {
      const server = await createServer(configOf(options, config))
      onTestFinished(() => server.close())
      return server.config.server.middlewareMode ? server : server.listen()
    },
    async build(options, config) {
      await build(configOf(options, config))
    },
    async preview(options, config) {
      const server = await preview(configOf(options, config))
      onTestFinished(() => server.close())
      return server
    },
  }
}

/** Where a server is, with the final slash. */
export function addressOf({ resolvedUrls }: ViteDevServer | PreviewServer): string {
  const [address = ''] = resolvedUrls?.local ?? []
  return address
}

const START = { 'index.html': PAGE, 'config.html': PAGE, 'main.js': 'document.title += "!"\n' }

function recorder(log: { level: string; text: string }[]): Logger {
  const logger = createLogger('info', { allowClearScreen: false })
  for (const level of ['info', 'warn', 'error'] as const) {
    logger[level] = (text) => void log.push({ level, text: stripVTControlCharacters(text) })
  }
  return logger
}
