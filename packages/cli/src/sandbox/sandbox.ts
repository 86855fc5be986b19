import type { Finding } from '@haiilo-kit/manifest'
import { createSandboxServer, servePluginFolder, type PluginState } from '@haiilo-kit/sandbox'
import { dirname, join } from 'node:path'
import openInBrowser from 'open'
import { exitCodes, type CommandContext, type ExitCode } from '../context.js'
import { SourceError } from '../sources/source-error.js'
import { identifySource } from '../sources/source.js'
import { isUnreadable, usableManifest, type Report } from '../validate/report.js'
import { validateSource } from '../validate/validate.js'
import { findPlugin, type PluginSource } from './find-plugin.js'
import { startCommand, type RunningCommand } from './start-command.js'
import { watchManifest } from './watch-manifest.js'

export interface SandboxOptions {
  readonly port?: number | undefined
  /** URL that the manifest is served from. */
  readonly url?: URL | undefined
  /** A program to start: the author's development server. */
  readonly command: readonly string[]
  /** Whether to open the page in the browser. */
  readonly open: boolean
}

/**
 * Shows a plug-in in the sandbox until the program is stopped or the author's command ends.
 *
 * @param argument A manifest, a folder, or a URL. Default: the manifest of the current folder.
 */
export async function sandbox(
  argument: string | undefined,
  { port, url, command, open }: SandboxOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const stops: (() => void | Promise<void>)[] = []
  try {
    const running = command.length > 0 ? startCommand(command, context) : undefined
    if (running) stops.push(running.stop)
    const server = await createSandboxServer({
      port,
      setupFile: join(context.cwd, '.haiilo', 'sandbox.json'),
      onWarning: (message) => context.stderr.text(`warning: ${message}\n`),
    })
    stops.push(server.close)
    context.stdout.text(`Sandbox:  ${server.url}\n`)
    if (open) await openInBrowser(server.url)

    const plugin = await locatePlugin(argument, { url, running, context })
    const base = plugin.base ?? (await serveFolder(plugin, stops, context))
    let shown: string | undefined
    const show = async (): Promise<void> => {
      const state = stateOf(await validateSource(plugin.manifest, base, context))
      const text = JSON.stringify(state)
      if (text === shown || context.stop.aborted) return
      shown = text
      server.show(state)
      context.stdout.text(summary(plugin, state))
    }
    // one after the other: a slow module must not overwrite a newer state
    let showing = show()
    stops.push(
      watchManifest(plugin.manifest, () => {
        showing = showing.then(show, show)
      }),
    )
    await showing
    const code = await Promise.race([running?.ended ?? new Promise<never>(() => undefined), aborted(context.stop)])
    if (code === 'stopped') return exitCodes.success
    context.stderr.text(`The command ended with ${code === null ? 'a signal' : `exit code ${code}`}.\n`)
    return code === 0 ? exitCodes.success : exitCodes.failure
  } finally {
    for (const stop of stops) await stop()
  }
}

interface LocateParts {
  readonly url: URL | undefined
  readonly running: RunningCommand | undefined
  readonly context: CommandContext
}

interface LocatedPlugin extends PluginSource {
  /** The URL to which the URLs in the manifest are relative; `undefined` if its folder must be served first. */
  readonly base: URL | undefined
}

/**
 * Finds the manifest and the URL to which its URLs are relative: the option `--url`, the URL of the manifest, or that of the development
 * server. If no manifest is named, the one that the development server serves wins over a file, because it is the one that a host reads.
 */
async function locatePlugin(
  argument: string | undefined,
  { url, running, context }: LocateParts,
): Promise<LocatedPlugin> {
  const isOpen = argument === undefined && url === undefined
  const known = isOpen ? undefined : await findPlugin(argument, context.cwd)
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

/** Whether a server sends a JSON object. Development servers answer unknown paths with a page. */
async function isManifest(url: URL): Promise<boolean> {
  try {
    const value: unknown = await (await fetch(url, { signal: AbortSignal.timeout(SERVED_TIMEOUT) })).json()
    return typeof value === 'object' && value !== null && 'entryPoints' in value
  } catch {
    return false
  }
}

/** Milliseconds. */
const SERVED_TIMEOUT = 10_000

async function serveFolder(
  { manifest, folder }: PluginSource,
  stops: (() => void | Promise<void>)[],
  { cwd, stdout }: CommandContext,
): Promise<URL> {
  const served = await servePluginFolder(folder ?? ('path' in manifest ? dirname(manifest.path) : cwd))
  stops.push(served.close)
  stdout.text(`Plug-in:  ${served.url}\n`)
  return new URL('manifest.json', served.url)
}

function stateOf(report: Report<Finding>): PluginState {
  if (isUnreadable(report)) {
    return { manifest: undefined, manifestUrl: undefined, findings: [], problem: report.problem }
  }
  const { findings, url } = report
  return {
    manifest: usableManifest(report),
    manifestUrl: url?.href,
    findings: findings.map(({ rule, severity, message, pointer, line }) => ({
      rule,
      severity,
      message,
      pointer,
      line,
    })),
  }
}

function summary({ manifest: { name } }: PluginSource, { problem, findings }: PluginState): string {
  if (problem !== undefined) return `Manifest: ${name}: ${problem}\n`
  const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length
  const [errors, warnings] = [count('error'), count('warning')]
  const found = errors + warnings === 0 ? 'no problems' : `${errors} errors, ${warnings} warnings, shown on the page`
  return `Manifest: ${name}, ${found}\n`
}

async function aborted(signal: AbortSignal): Promise<'stopped'> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve('stopped')
    signal.addEventListener('abort', () => resolve('stopped'), { once: true })
  })
}
