import type { Plugin, UserConfig } from 'vite'
import { buildHooks } from './build-hooks.js'
import { devHooks } from './dev-hooks.js'
import { earlyScript } from './early-script.js'
import { createProject } from './manifest-project.js'
import { allowCrossOriginReads } from './allow-cross-origin.js'
import { readOptions, type HaiiloManifestOptions } from './options.js'
import { pageInputs } from './page-inputs.js'
import { printLinks } from './print-links.js'
import { requireNode } from './require-node.js'

/**
 * Makes `manifest.json` of a `manifest.ts` or a hand-written JSON, and builds the pages that it names.
 *
 * - **Checks** it on start, after each change and on build. Errors fail the build, and are shown over the page while developing.
 * - **Serves** it for development and preview, **emits** it in a build, with addresses that hold where it lies then. A project that
 *   says no `base` is built with `./`, so that the folder may lie anywhere.
 * - **Builds** the pages of the project that it names, unless the project has inputs of its own.
 * - **Asks the host early**: the pages open with a script of under 600 bytes, so that Haiilo Home answers while their bundle is
 *   still loading. A content security policy has to allow it: by `html.cspNonce` of Vite, or by `earlyHandshakeHash` of
 *   `@haiilo-kit/core/early`.
 * - **Declares** the types of a hand-written JSON, in `<name>.d.json.ts` beside it.
 *
 * @throws {Error} Node is too old; the message names the version that is needed.
 * @throws {TypeError} The option `url` or `sandbox` is no http or https address.
 * @example
 * ```ts
 * // vite.config.ts
 * export default defineConfig({
 *   plugins: [haiiloManifest({ manifest: './src/manifest.ts', url: 'https://plugins.example.com/lunch/' })],
 * })
 * ```
 */
export function haiiloManifest(options: HaiiloManifestOptions = {}): Plugin {
  requireNode(process.versions.node)
  const { early, strict, sandbox, ...where } = readOptions(options)
  const project = createProject(where)
  return {
    name: 'haiilo-manifest',
    // a build for a server has neither pages nor a folder that is published
    applyToEnvironment: ({ config }) => config.consumer === 'client',
    config: {
      // what other plug-ins say of root and base counts, too
      order: 'post',
      handler(user, env) {
        const base = env.command === 'build' ? defaultBase(user) : {}
        project.configure({ ...user, ...base }, env)
        return base
      },
    },
    async configEnvironment(name, environment, { command }) {
      if (command !== 'build' || name !== 'client') return undefined
      const { pages } = await project.check()
      return pageInputs(environment, pages, project.root())
    },
    configResolved: project.resolve,
    transformIndexHtml: {
      order: 'post',
      async handler(_html, { path }) {
        return early ? earlyScript(path, (await project.current()).pages, project.config().base) : []
      },
    },
    ...buildHooks(project, strict),
    ...devHooks(project, sandbox),
    configurePreviewServer(server) {
      allowCrossOriginReads(server.middlewares, project.config().base)
      printLinks(server, sandbox)
    },
  }
}

/** Assets from the origin's root would not be found where the plug-in lies in a folder. A framework knows better. */
function defaultBase({ base, appType }: UserConfig): Pick<UserConfig, 'base'> {
  return base === undefined && appType !== 'custom' ? { base: './' } : {}
}
