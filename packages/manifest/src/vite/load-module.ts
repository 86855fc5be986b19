import { DevEnvironment, resolveConfig, type InlineConfig, type UserConfig } from 'vite'
import type { ModuleOutcome } from './module-outcome.js'
import { startModule } from './start-module.js'
import type { VariableSettings } from './variable-settings.js'

/** Settings of the project for loading modules. */
export interface ModuleSettings extends VariableSettings {
  readonly root: string
  readonly mode: string
  /** The base address or path of the project's pages. */
  readonly base: string
  /** The project's `resolve`, which also applies to the manifest. */
  readonly resolve: NonNullable<UserConfig['resolve']>
}

/** The result of loading a module. */
export interface LoadedModule {
  readonly outcome: ModuleOutcome
  /** The module and all local files that it imports. */
  readonly files: readonly string[]
}

/**
 * Loads a module and all local files that it imports, without a cache. A separate environment without the project's plug-ins transforms
 * them, and a separate process runs them. Alternatives do not work. `loadConfigFromFile` supports only default exports, `runnerImport` needs
 * Vite 6.2 and does not return the imported files when it fails, and `ssrLoadModule` needs a development server.
 */
export async function loadModule(
  file: string,
  { timeout = DEFAULT_TIMEOUT, ...settings }: ModuleSettings & { readonly timeout?: number },
): Promise<LoadedModule> {
  const config = await resolveConfig(runnerConfig(settings), 'serve', settings.mode, process.env['NODE_ENV'])
  const environment = new DevEnvironment(NAME, config, { hot: false })
  await environment.init()
  try {
    const answer = (payload: never): Promise<unknown> => environment.hot.handleInvoke(payload)
    const outcome = await startModule({ file, root: settings.root, timeout, answer })
    return { outcome, files: [...environment.moduleGraph.fileToModulesMap.keys()] }
  } finally {
    await environment.close()
  }
}

/** In milliseconds. A module that takes longer probably hangs. */
const DEFAULT_TIMEOUT = 30_000

const NAME = 'haiilo_manifest'

function runnerConfig({ resolve, ...settings }: Omit<ModuleSettings, 'timeout'>): InlineConfig {
  const { root, mode, base, envDir, envPrefix, define } = settings
  const { alias, preserveSymlinks, tsconfigPaths, conditions, extensions, dedupe } = resolve
  return {
    configFile: false,
    root,
    mode,
    envDir,
    envPrefix,
    // this environment is a development one, where a relative base would become a path
    define: { 'import.meta.env.BASE_URL': JSON.stringify(base), ...define },
    logLevel: 'silent',
    resolve: given({ alias, preserveSymlinks, tsconfigPaths }),
    environments: {
      [NAME]: {
        consumer: 'server',
        dev: { moduleRunnerTransform: true },
        // the project's conditions are for browsers, but the manifest runs in Node
        resolve: given({
          extensions,
          dedupe,
          conditions: conditions?.filter((condition) => condition !== 'browser'),
        }),
      },
    },
  }
}

/** Removes members that are `undefined`, because Vite treats them as set. */
function given<Values extends object>(values: Values): { [Name in keyof Values]?: NonNullable<Values[Name]> } {
  // exactly the members that are undefined are removed
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Values & object
}
