import { createRunnableDevEnvironment, resolveConfig, type AliasOptions, type InlineConfig } from 'vite'
import type { VariableSettings } from './variable-settings.js'

/** How the project loads its modules. */
export interface ModuleSettings extends VariableSettings {
  readonly root: string
  readonly mode: string
  /** The project's own settings, which hold for the manifest, too. */
  readonly resolve: { readonly alias?: AliasOptions; readonly conditions?: readonly string[] }
}

/** What became of a module. */
export interface LoadedModule {
  /** `undefined` if it could not be loaded. */
  readonly exports?: Readonly<Record<string, unknown>>
  /** Why it could not be loaded. */
  readonly error?: unknown
  /** The files that it was made of, itself among them. */
  readonly files: readonly string[]
}

/**
 * Loads a module and all local files that it imports, anew each time. It does so in a module runner of its own, which has no plug-ins of
 * the project's: `loadConfigFromFile` takes default exports only, `runnerImport` came with Vite 6.2 and does not tell what it read when
 * it fails, and `ssrLoadModule` needs a development server, which a build has not.
 */
export async function loadModule(file: string, settings: ModuleSettings): Promise<LoadedModule> {
  const config = await resolveConfig(runnerConfig(settings), 'serve', settings.mode, process.env['NODE_ENV'])
  const environment = createRunnableDevEnvironment(NAME, config, { runnerOptions: { hmr: false }, hot: false })
  await environment.init()
  const filesRead = (): string[] => [...environment.moduleGraph.fileToModulesMap.keys()]
  try {
    const exports = await environment.runner.import<Record<string, unknown>>(file)
    return { exports, files: filesRead() }
  } catch (error) {
    return { error, files: filesRead() }
  } finally {
    await environment.close()
  }
}

const NAME = 'haiilo_manifest'

function runnerConfig({ resolve: { alias, conditions }, ...settings }: ModuleSettings): InlineConfig {
  const { root, mode, envDir, envPrefix, define } = settings
  return {
    configFile: false,
    root,
    mode,
    envDir,
    envPrefix,
    define,
    logLevel: 'silent',
    ...(alias && { resolve: { alias } }),
    environments: {
      [NAME]: {
        consumer: 'server',
        dev: { moduleRunnerTransform: true },
        // the project's conditions are for pages, and the manifest is loaded here
        ...(conditions && { resolve: { conditions: conditions.filter((condition) => condition !== 'browser') } }),
      },
    },
  }
}
