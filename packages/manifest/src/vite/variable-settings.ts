import { resolve } from 'node:path'
import { normalizePath, type UserConfig } from 'vite'

/** Settings of a project that say what `import.meta.env` and other names stand for in its modules. */
export interface VariableSettings {
  /** The folder of the `.env` files; `false` if they are not read. */
  readonly envDir: string | false
  readonly envPrefix: string | string[]
  readonly define: Record<string, unknown>
}

/** Reads these settings, from what the user wrote or from what Vite made of it. */
export function variableSettings(
  root: string,
  { envDir = '.', envPrefix = 'VITE_', define = {} }: Pick<UserConfig, 'envDir' | 'envPrefix' | 'define'>,
): VariableSettings {
  return { envDir: envDir === false ? false : normalizePath(resolve(root, envDir)), envPrefix, define }
}
