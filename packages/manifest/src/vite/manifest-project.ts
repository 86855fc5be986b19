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

/** The current manifest of a Vite project. */
export interface ManifestProject {
  /** Sets the configuration that is known before it is resolved. */
  readonly configure: (config: UserConfig, env: ConfigEnv) => void
  readonly resolve: (config: ResolvedConfig) => void
  readonly config: () => ResolvedConfig
  readonly root: () => string
  /** Loads and checks the manifest. */
  readonly check: () => Promise<CheckedManifest>
  /** The result of the last check. */
  readonly current: () => Promise<CheckedManifest>
  /** Prints problems, and writes the declaration of a hand-written JSON file. */
  readonly report: (checked: CheckedManifest, problems: readonly Problem[]) => Promise<void>
  /** Formats problems as one text. */
  readonly describe: (checked: CheckedManifest, problems: readonly Problem[]) => string
  /** The text of the manifest for clients that load it from `own`; `undefined` if it has errors. */
  readonly servedText: (own: string) => Promise<string | undefined>
  /** The text that a build emits; `undefined` if the manifest has errors. */
  readonly publishedText: (checked: CheckedManifest) => string | undefined
}

/** Creates the manifest of one project. */
export function createProject({ manifest: given, url }: Pick<ReadOptions, 'manifest' | 'url'>): ManifestProject {
  let settings: CheckSettings
  let config: ResolvedConfig
  let print: ReturnType<typeof createReporter>
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
      print = createReporter(logger)
      const final = { ...settings, root, publicDir, base, ...variableSettings(root, resolved) }
      // other plug-ins may have changed the configuration since the last check
      if (isDeepStrictEqual(settings, final)) return
      settings = final
      checked = undefined
    },
    config: () => config,
    root: () => settings.root,
    check,
    current,
    async report(of, problems) {
      print(problems, nameOf(of))
      await declare(of)
    },
    describe,
    async servedText(own) {
      const { manifest } = await current()
      return manifest && manifestText(manifest, (address) => servedAddress(address, settings, own))
    },
    publishedText({ manifest }) {
      return manifest && manifestText(manifest, (address) => publishedAddress(address, settings))
    },
  }
}

/** Whether a problem has the severity `error`. */
export function isError({ severity }: Problem): boolean {
  return severity === 'error'
}

function isBelow(folder: string, file: string): boolean {
  return folder !== '' && !relative(folder, file).startsWith('..')
}
