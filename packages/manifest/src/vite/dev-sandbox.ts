import { join } from 'node:path'
import type { ViteDevServer } from 'vite'
import { maskSecrets } from '../rules/secret/mask-secrets.js'
import { manifestUrlOf } from './manifest-url.js'
import type { CheckedManifest } from './check-manifest.js'
import { errorReason } from './error-reason.js'
import type { ManifestProject } from './manifest-project.js'
import type { Problem } from './problem.js'
import { importSandbox, type SandboxServer, type ShownFinding } from './sandbox-package.js'

/** The sandbox next to a development server. */
export interface DevSandbox {
  /** Starts the sandbox as soon as the server listens. */
  readonly follow: (server: ViteDevServer) => void
  /** Shows the manifest after a check. */
  readonly show: (checked: CheckedManifest) => Promise<void>
  /** The state of the sandbox of a server that listens. */
  readonly state: () => SandboxState
  /**
   * Returns the address of the sandbox that shows a page; `undefined` if there is no sandbox.
   *
   * @param path The path of the page, with or without Vite's base.
   */
  readonly linkTo: (path: string) => Promise<string | undefined>
  /** Waits until the sandbox has ended. */
  readonly close: () => Promise<void>
}

/** `off`: not wanted, or it could not be started. */
export type SandboxState = { readonly url: string } | 'not-installed' | 'off'

/** Creates the sandbox of a project. It does not run yet. */
export function createDevSandbox(project: ManifestProject, isWanted: boolean): DevSandbox {
  let starting: Promise<SandboxServer | undefined> | undefined
  let sandbox: SandboxServer | undefined
  let state: SandboxState = 'off'
  let manifestUrl = ''

  async function start(): Promise<SandboxServer | undefined> {
    const { logger } = project.config()
    const warn = (message: string): void => logger.warn(`[haiilo-manifest] ${message}`)
    try {
      const installed = await importSandbox(project.root())
      if (!installed) {
        state = 'not-installed'
        return undefined
      }
      const setupFile = join(project.root(), '.haiilo', 'sandbox.json')
      sandbox = await installed.createSandboxServer({ setupFile, onWarning: warn })
      state = { url: sandbox.url }
      await show(await project.current())
    } catch (error) {
      warn(`The sandbox could not be started: ${errorReason(error)}`)
    }
    return sandbox
  }

  async function show(checked: CheckedManifest): Promise<void> {
    if (!sandbox) return
    const text = await project.servedText(manifestUrl)
    const [first] = checked.problems
    sandbox.show({
      manifest: text === undefined ? undefined : (JSON.parse(text) as object),
      manifestUrl,
      findings: checked.isLoaded ? checked.problems.map(toFinding) : [],
      problem: checked.isLoaded || !first ? undefined : maskSecrets(first.message),
    })
  }

  return {
    follow(server) {
      // a server in middleware mode has no address, and a test runner needs no sandbox
      if (!isWanted || !server.httpServer || process.env['VITEST'] !== undefined) return
      const { HAIILO_SANDBOX_URL: url } = process.env
      // `haiilo-kit sandbox` started this server
      if (url !== undefined) {
        state = { url }
        return
      }
      const listen = server.listen.bind(server)
      server.listen = async (...args) => {
        const listening = await listen(...args)
        manifestUrl = manifestUrlOf(listening) ?? ''
        if (manifestUrl !== '' && server.httpServer?.listening) await (starting ??= start())
        return listening
      }
    },
    show,
    state: () => state,
    async linkTo(path) {
      const { base } = project.config()
      const below = path.startsWith(base) ? path.slice(base.length) : path.replace(/^\//, '')
      const running = await starting
      if (running) return running.linkTo(new URL(`./${below}`, manifestUrl).href)
      return typeof state === 'object' ? state.url : undefined
    },
    async close() {
      const ending = await starting
      // Vite closes a server that restarts after it has created the new one, with the same plug-in if that is not from a file
      starting = undefined
      sandbox = undefined
      state = 'off'
      await ending?.close()
    },
  }
}

function toFinding({ rule = 'vite', severity, message, pointer, position }: Problem): ShownFinding {
  return { rule, severity, message: maskSecrets(message), pointer, line: position?.line }
}
