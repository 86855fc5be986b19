import type { ErrorPayload, Plugin, ViteDevServer } from 'vite'
import type { CheckedManifest } from './check-manifest.js'
import { isError, type ManifestProject } from './manifest-project.js'
import { printLinks } from './print-links.js'
import { serveManifest } from './serve-manifest.js'
import { waitForContent } from './wait-for-content.js'

/** The hooks of the development server: it serves the manifest, and looks at it anew after each change. */
export function devHooks(
  project: ManifestProject,
  sandbox: string | undefined,
): Required<Pick<Plugin, 'configureServer' | 'watchChange' | 'hotUpdate' | 'closeBundle'>> {
  let server: ViteDevServer | undefined
  let hasFailed = false
  let looking: Promise<unknown> | undefined

  async function look(): Promise<void> {
    const checked = await project.check()
    server?.watcher.add([...checked.files])
    await project.tell(checked, checked.problems)
  }

  async function lookAgain(changed: string): Promise<void> {
    if (!server || !isRelevant(changed, await project.current())) return
    await waitForContent(changed)
    await look()
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
      serveManifest(started.middlewares, { base, origin, allowedHosts, logger, answer: project.serve })
      printLinks(started, sandbox)
      // also a page that is opened later is to show them
      started.ws.on('connection', () => void project.current().then(showErrors))
      await look()
    },
    async watchChange(id) {
      // a change that does not concern us must not hide one that is still being looked at
      await (looking = Promise.all([looking, lookAgain(id)]))
    },
    // a server that is closed writes no declaration any more
    async closeBundle() {
      await looking
    },
    async hotUpdate({ file }) {
      // the first versions of Vite 6 call this one before the other has ended
      await looking
      const checked = await project.current()
      if (!isRelevant(file, checked)) return undefined
      const hadFailed = hasFailed
      showErrors(checked)
      if (hadFailed && !hasFailed) server?.ws.send({ type: 'full-reload' })
      // an update would take the errors off the page
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
