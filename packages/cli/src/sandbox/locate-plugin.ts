import type { CommandContext } from '../context.js'
import { SourceError } from '../sources/source-error.js'
import { identifySource } from '../sources/source.js'
import { findPlugin, type PluginSource } from './find-plugin.js'
import type { RunningCommand } from './start-command.js'

export interface LocateOptions {
  readonly url: URL | undefined
  readonly running: RunningCommand | undefined
  readonly context: CommandContext
}

export interface LocatedPlugin extends PluginSource {
  /** URLs in the manifest are relative to this one. `undefined` if the sandbox has to serve the folder. */
  readonly base: URL | undefined
}

/**
 * Finds the manifest and its base URL: the option `--url`, the URL of the manifest, or the URL of the development server.
 *
 * Without an argument, a manifest that the development server serves takes precedence over a file, because a host reads the served one.
 */
export async function locatePlugin(
  argument: string | undefined,
  { url, running, context }: LocateOptions,
): Promise<LocatedPlugin> {
  const isUnspecified = argument === undefined && url === undefined
  const known = isUnspecified ? undefined : await findPlugin(argument, context.cwd)
  if (known?.manifest.kind === 'address') return { ...known, base: url ?? new URL(known.manifest.url) }
  if (url || !running) return { ...(known ?? (await findPlugin(argument, context.cwd))), base: url }
  const served = new URL('manifest.json', await serverUrl(running, context))
  if (known === undefined && (await isManifest(served)))
    return { manifest: identifySource(served.href, context.cwd), folder: undefined, base: served }
  return { ...(known ?? (await findPlugin(argument, context.cwd))), base: served }
}

/** @throws {SourceError} The command ended before it printed a URL. */
async function serverUrl({ address, ended }: RunningCommand, { stdout }: CommandContext): Promise<URL> {
  stdout.text('Waiting until the command prints the URL of its server. If it prints none, set --url.\n')
  const url = await Promise.race([address, ended.then(() => undefined)])
  if (url) return url
  throw new SourceError('The command ended before it printed the URL of a server.')
}

/** Whether a server sends a manifest at this URL. Development servers answer unknown paths with a page. */
async function isManifest(url: URL): Promise<boolean> {
  try {
    const value: unknown = await (await fetch(url, { signal: AbortSignal.timeout(TIMEOUT) })).json()
    return typeof value === 'object' && value !== null && 'entryPoints' in value
  } catch {
    return false
  }
}

/** Milliseconds. */
const TIMEOUT = 10_000
