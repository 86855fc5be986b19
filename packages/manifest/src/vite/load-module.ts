import { DevEnvironment, resolveConfig, type InlineConfig, type UserConfig } from 'vite'
import type { ModuleOutcome } from './module-outcome.js'
import { startModule } from './start-module.js'
import type { VariableSettings } from './variable-settings.js'

/** How the project loads its modules. */
export interface ModuleSettings extends VariableSettings {
  readonly root: string
  readonly mode: string
  /** The address or path that the project's pages are below. */
  readonly base: string
  /** The project's own settings, which hold for the manifest, too. */
  readonly resolve: NonNullable<UserConfig['resolve']>
}

/** What became of a module. */
export interface LoadedModule {
  readonly outcome: ModuleOutcome
  /** The files that it was made of, itself among them. */
  readonly files: readonly string[]
}

/**
 * Loads a module and all local files that it imports, anew each time. An environment of its own, which has no plug-ins of the project's,
 * transforms them, and a process of its own runs them: `loadConfigFromFile` takes default exports only, `runnerImport` came with Vite 6.2
 * and does not tell what it read when it fails, and `ssrLoadModule` needs a development server, which a build has not.
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

/** A module that takes longer waits for something that does not come. */
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
    // a relative base becomes a path in a development server, which this is not for a build
    define: { 'import.meta.env.BASE_URL': JSON.stringify(base), ...define },
    logLevel: 'silent',
    resolve: given({ alias, preserveSymlinks, tsconfigPaths }),
    environments: {
      [NAME]: {
        consumer: 'server',
        dev: { moduleRunnerTransform: true },
        // the project's conditions are for pages, and the manifest is loaded here
        resolve: given({
          extensions,
          dedupe,
          conditions: conditions?.filter((condition) => condition !== 'browser'),
        }),
      },
    },
  }
}

/** Vite takes `undefined` for a value. */
function given<Values extends object>(values: Values): { [Name in keyof Values]?: NonNullable<Values[Name]> } {
  // members without a value are left out, and no others
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Values & object
}
