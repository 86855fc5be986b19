import { createSandboxServer, servePluginFolder, type PluginState } from '@haiilo-kit/sandbox'
import { dirname, join } from 'node:path'
import openInBrowser from 'open'
import { exitCodes, type CommandContext, type ExitCode } from '../context.js'
import { count } from '../terminal/count.js'
import { validateSource } from '../validate/validate.js'
import { findPlugin, type PluginSource } from './find-plugin.js'
import { locatePlugin } from './locate-plugin.js'
import { startBackEnd } from './start-back-end.js'
import { startCommand } from './start-command.js'
import { toPluginState } from './to-plugin-state.js'
import { watchManifest } from './watch-manifest.js'

export interface SandboxOptions {
  readonly port?: number | undefined
  /** URL that the manifest is served from. */
  readonly url?: URL | undefined
  /** A program to start: the author's development server. */
  readonly command: readonly string[]
  /** A program of Node to start: the author's back end. */
  readonly backEnd?: string | undefined
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
  { port, url, command, backEnd, open }: SandboxOptions,
  context: CommandContext,
): Promise<ExitCode> {
  // a wrong argument fails before anything starts
  if (argument !== undefined || command.length === 0) await findPlugin(argument, context.cwd)
  const stops: (() => void | Promise<void>)[] = []
  try {
    const server = await createSandboxServer({
      port,
      setupFile: join(context.cwd, '.haiilo', 'sandbox.json'),
      onWarning: (message) => context.stderr.text(`warning: ${message}\n`),
    })
    stops.push(server.close)
    const backEndProgram = backEnd === undefined ? undefined : startBackEnd(backEnd, context)
    if (backEndProgram) stops.push(backEndProgram.stop)
    // the Vite plug-in of the kit then starts no sandbox of its own, and links its pages to this one
    const env = { ...context.env, HAIILO_SANDBOX_URL: server.url }
    const running = command.length > 0 ? startCommand(command, { ...context, env }) : undefined
    if (running) stops.push(() => running.stop())
    context.stdout.text(`Sandbox:  ${server.url}\n`)
    if (open) await openInBrowser(server.url)

    const plugin = await locatePlugin(argument, { url, running, context })
    const base = plugin.base ?? (await serveFolder(plugin, stops, context))
    let shown: string | undefined
    const show = async (): Promise<void> => {
      const state = toPluginState(await validateSource(plugin.manifest, base, context))
      const text = JSON.stringify(state)
      if (text === shown || context.stop.aborted) return
      // a back end may read its events from the manifest
      if (shown !== undefined) backEndProgram?.restart()
      shown = text
      server.show(state)
      context.stdout.text(summary(plugin, state))
    }
    // updates run one after the other, so that a slow one does not overwrite a newer one
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

function summary({ manifest: { name } }: PluginSource, { problem, findings }: PluginState): string {
  if (problem !== undefined) return `Manifest: ${name}: ${problem}\n`
  const found = (['error', 'warning'] as const).flatMap((severity) => {
    const { length } = findings.filter((finding) => finding.severity === severity)
    return length === 0 ? [] : [count(length, severity)]
  })
  return `Manifest: ${name}, ${found.length === 0 ? 'no problems' : `${found.join(', ')}, shown on the page`}\n`
}

async function aborted(signal: AbortSignal): Promise<'stopped'> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve('stopped')
    signal.addEventListener('abort', () => resolve('stopped'), { once: true })
  })
}
