import type { ErrorPayload, Plugin, ViteDevServer } from 'vite'
import type { CheckedManifest } from './check-manifest.js'
import type { DevSandbox } from './dev-sandbox.js'
import { isError, type ManifestProject } from './manifest-project.js'
import { printLinks } from './print-links.js'
import { serveManifest } from './serve-manifest.js'
import { waitForContent } from './wait-for-content.js'

/** The hooks of the development server. The server serves the manifest, and checks it again after each change. */
export function devHooks(
  project: ManifestProject,
  sandbox: DevSandbox,
): Required<Pick<Plugin, 'configureServer' | 'watchChange' | 'hotUpdate' | 'closeBundle'>> {
  let server: ViteDevServer | undefined
  let hasFailed = false
  let checking: Promise<unknown> | undefined

  async function check(): Promise<void> {
    const checked = await project.check()
    server?.watcher.add([...checked.files])
    await project.report(checked, checked.problems)
    await sandbox.show(checked)
  }

  async function checkChange(changed: string): Promise<void> {
    if (!server || !isRelevant(changed, await project.current())) return
    await waitForContent(changed)
    await check()
  }

  function showErrors(checked: CheckedManifest): void {
    const errors = checked.problems.filter(isError)
    hasFailed = errors.length > 0
    if (hasFailed) server?.ws.send(overlay(checked, project.describe(checked, errors)))
  }

  return {
    async configureServer(started) {
      server = started
      const {
        base,
        server: { origin, allowedHosts },
        logger,
      } = project.config()
      serveManifest(started.middlewares, { base, origin, allowedHosts, logger, answer: project.servedText })
      sandbox.follow(started)
      printLinks(started, sandbox.state)
      // a page that is opened later shows the errors, too
      started.ws.on('connection', () => void project.current().then(showErrors))
      await check()
    },
    async watchChange(id) {
      // hooks must also wait for the checks of earlier changes
      await (checking = Promise.all([checking, checkChange(id)]))
    },
    async closeBundle() {
      // so that a closed server writes no declaration
      await checking
      await sandbox.close()
    },
    async hotUpdate({ file }) {
      // early versions of Vite 6 call this hook before watchChange has ended
      await checking
      const checked = await project.current()
      if (!isRelevant(file, checked)) return undefined
      const hadFailed = hasFailed
      showErrors(checked)
      if (hadFailed && !hasFailed) server?.ws.send({ type: 'full-reload' })
      // an update would remove the overlay
      return hasFailed && checked.files.has(file) ? [] : undefined
    },
  }
}

function isRelevant(file: string, { files, isLoaded }: CheckedManifest): boolean {
  return !isLoaded || files.has(file)
}

function overlay({ file, problems }: CheckedManifest, message: string): ErrorPayload {
  const { position } = problems.find(isError) ?? {}
  const err = { message, stack: '', plugin: 'haiilo-manifest', ...(file && { id: file }) }
  return { type: 'error', err: file && position ? { ...err, loc: { file, ...position } } : err }
}
