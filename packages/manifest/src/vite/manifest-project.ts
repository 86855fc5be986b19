import { relative, resolve } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { ConfigEnv, ResolvedConfig, UserConfig } from 'vite'
import { writeDeclaration } from '../declare/write-declaration.js'
import { sanitizeOutput } from '../sanitize-output.js'
import { manifestText, publishedAddress, servedAddress } from './addresses.js'
import { checkManifest, type CheckedManifest, type CheckSettings } from './check-manifest.js'
import { describeProblems } from './describe-problems.js'
import type { ReadOptions } from './options.js'
import type { Problem } from './problem.js'
import { createReporter } from './report-problems.js'
import { variableSettings } from './variable-settings.js'

/** The manifest of a project that Vite works on, as it is at the moment. */
export interface ManifestProject {
  /** Takes what is known before all plug-ins have been asked. */
  readonly configure: (config: UserConfig, env: ConfigEnv) => void
  readonly resolve: (config: ResolvedConfig) => void
  readonly config: () => ResolvedConfig
  readonly root: () => string
  /** Loads and checks it anew. */
  readonly check: () => Promise<CheckedManifest>
  /** As it was at the last check. */
  readonly current: () => Promise<CheckedManifest>
  /** Prints what is wrong, and declares the types of a hand-written JSON. */
  readonly tell: (checked: CheckedManifest, problems: readonly Problem[]) => Promise<void>
  /** Problems as one text. */
  readonly describe: (checked: CheckedManifest, problems: readonly Problem[]) => string
  /** The manifest for clients that see it at `own`; `undefined` if it has errors. */
  readonly serve: (own: string) => Promise<string | undefined>
  /** What a build emits; `undefined` if the manifest has errors. */
  readonly published: (checked: CheckedManifest) => string | undefined
}

/** Keeps the manifest of one project. */
export function createProject({ manifest: given, url }: Pick<ReadOptions, 'manifest' | 'url'>): ManifestProject {
  let settings: CheckSettings
  let config: ResolvedConfig
  let report: ReturnType<typeof createReporter>
  let checked: Promise<CheckedManifest> | undefined

  const check = (): Promise<CheckedManifest> => (checked = checkManifest(settings))
  const current = (): Promise<CheckedManifest> => checked ?? check()
  const nameOf = ({ file }: CheckedManifest): string => (file ? relative(settings.root, file) : 'the manifest')
  const describe = (of: CheckedManifest, problems: readonly Problem[]): string => describeProblems(problems, nameOf(of))

  async function declare({ file, manifest }: CheckedManifest): Promise<void> {
    if (!manifest || !file?.endsWith('.json') || isBelow(settings.publicDir, file)) return
    await writeDeclaration(file, manifest).catch((error: unknown) => {
      config.logger.warn(
        sanitizeOutput(`[haiilo-manifest] The types of ${file} could not be written: ${String(error)}`),
      )
    })
  }

  return {
    configure(user, { mode }) {
      const root = resolve(user.root ?? '.')
      const publicDir = user.publicDir === false ? '' : resolve(root, user.publicDir ?? 'public')
      const { base = '/', resolve: resolution = {} } = user
      settings = { given, url, root, publicDir, base, mode, resolve: resolution, ...variableSettings(root, user) }
    },
    resolve(resolved) {
      config = resolved
      const { root, publicDir, base, logger } = resolved
      report = createReporter(logger)
      const final = { ...settings, root, publicDir, base, ...variableSettings(root, resolved) }
      // other plug-ins may have changed something since the pages were looked up
      if (isDeepStrictEqual(settings, final)) return
      settings = final
      checked = undefined
    },
    config: () => config,
    root: () => settings.root,
    check,
    current,
    async tell(of, problems) {
      report(problems, nameOf(of))
      await declare(of)
    },
    describe,
    async serve(own) {
      const { manifest } = await current()
      return manifest && manifestText(manifest, (address) => servedAddress(address, settings, own))
    },
    published({ manifest }) {
      return manifest && manifestText(manifest, (address) => publishedAddress(address, settings))
    },
  }
}

/** Whether the host would refuse it, or it breaks. */
export function isError({ severity }: Problem): boolean {
  return severity === 'error'
}

function isBelow(folder: string, file: string): boolean {
  return folder !== '' && !relative(folder, file).startsWith('..')
}
