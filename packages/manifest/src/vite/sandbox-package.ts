import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The part of `@haiilo-kit/sandbox` that the plug-in uses. This package must not depend on that one. */
export interface SandboxPackage {
  readonly createSandboxServer: (options: {
    readonly setupFile: string
    readonly onWarning: (message: string) => void
  }) => Promise<SandboxServer>
}

/** A running sandbox. */
export interface SandboxServer {
  readonly url: string
  readonly show: (plugin: ShownPlugin) => void
  readonly linkTo: (page: string) => string
  readonly close: () => Promise<void>
}

/** The plug-in as the sandbox shows it. */
export interface ShownPlugin {
  readonly manifest: object | undefined
  readonly manifestUrl: string
  readonly findings: readonly ShownFinding[]
  /** Why there is no manifest. */
  readonly problem?: string | undefined
}

export interface ShownFinding {
  readonly rule: string
  readonly severity: 'error' | 'warning' | 'note'
  readonly message: string
  readonly pointer: string
  readonly line?: number | undefined
}

/** The name of the package that authors install. */
export const SANDBOX_PACKAGE = '@haiilo-kit/sandbox'

/**
 * Imports the sandbox from the author's project, not from the place of this package.
 *
 * @param root The folder of the project.
 * @returns `undefined` if it is not installed.
 * @throws {Error} It is installed, but cannot be imported.
 */
export async function importSandbox(root: string): Promise<SandboxPackage | undefined> {
  const file = resolveIn(root)
  if (file === undefined) return undefined
  return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as SandboxPackage
}

function resolveIn(root: string): string | undefined {
  try {
    return createRequire(join(root, 'package.json')).resolve(SANDBOX_PACKAGE)
  } catch {
    return undefined
  }
}
