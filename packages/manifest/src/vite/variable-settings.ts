import { resolve } from 'node:path'
import { normalizePath, type UserConfig } from 'vite'

/** Settings of a project that define `import.meta.env` and other names in its modules. */
export interface VariableSettings {
  /** The folder of the `.env` files; `false` to read none. */
  readonly envDir: string | false
  readonly envPrefix: string | string[]
  readonly define: Record<string, unknown>
}

/** Reads these settings from a user configuration or a resolved one. */
export function variableSettings(
  root: string,
  { envDir = '.', envPrefix = 'VITE_', define = {} }: Pick<UserConfig, 'envDir' | 'envPrefix' | 'define'>,
): VariableSettings {
  return { envDir: envDir === false ? false : normalizePath(resolve(root, envDir)), envPrefix, define }
}
