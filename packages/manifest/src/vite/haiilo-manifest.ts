import type { Plugin, UserConfig } from 'vite'
import { buildHooks } from './build-hooks.js'
import { devHooks } from './dev-hooks.js'
import { createDevSandbox } from './dev-sandbox.js'
import { earlyScript } from './early-script.js'
import { createProject } from './manifest-project.js'
import { allowCrossOriginReads } from './allow-cross-origin.js'
import { readOptions, type HaiiloManifestOptions } from './options.js'
import { pageInputs } from './page-inputs.js'
import { printLinks } from './print-links.js'
import { requireNode } from './require-node.js'
import { sandboxLink } from './sandbox-link.js'

/**
 * Creates the Vite plug-in that generates `manifest.json` from a `manifest.ts` or a hand-written JSON file, and builds its pages.
 *
 * - **Checks** the manifest on start, after each change and in each build. Errors fail the build, and appear in the overlay during
 *   development.
 * - **Serves** the manifest in development and preview, and **emits** it in a build. A project without `base` is built with `./`, so that
 *   it works in any folder.
 * - **Builds** the pages of the manifest, unless the project has its own inputs.
 * - **Early handshake**: each page starts with a script of less than 600 bytes, so that Haiilo Home responds while the bundle is loading. A
 *   content security policy has to allow it, with `html.cspNonce` of Vite or `earlyHandshakeHash` of `@haiilo-kit/core/early`.
 * - **Sandbox**: if `@haiilo-kit/sandbox` is installed, it starts next to the development server.
 * - **Declares** the types of a hand-written JSON file, in `<name>.d.json.ts` next to it.
 *
 * @throws {Error} Node is too old. The message names the required version.
 * @throws {TypeError} The option `url` is not an http or https address.
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
  const devSandbox = createDevSandbox(project, sandbox)
  return {
    name: 'haiilo-manifest',
    // a server build has no pages and no public folder
    applyToEnvironment: ({ config }) => config.consumer === 'client',
    config: {
      // after other plug-ins, which may change root and base
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
        const { base } = project.config()
        const script = early ? earlyScript(path, (await project.current()).pages, base) : []
        return [...script, ...sandboxLink(await devSandbox.linkTo(path))]
      },
    },
    ...buildHooks(project, strict),
    ...devHooks(project, devSandbox),
    configurePreviewServer(server) {
      allowCrossOriginReads(server.middlewares, project.config().base)
      printLinks(server, devSandbox.state)
    },
  }
}

/** Assets at the root of the origin are not found if the plug-in is served from a folder. Frameworks set their own base. */
function defaultBase({ base, appType }: UserConfig): Pick<UserConfig, 'base'> {
  return base === undefined && appType !== 'custom' ? { base: './' } : {}
}
