import { build } from 'esbuild'
import { fileURLToPath } from 'node:url'

/** Adds the panel of the add-on, bundled from its sources. Storybook itself would read the builds of the packages. */
export async function managerEntries(entries: readonly string[] = []): Promise<readonly string[]> {
  const outfile = pathOf('node_modules/.cache/haiilo-addon/manager.js')
  await build({
    entryPoints: [pathOf('../packages/storybook-addon/src/manager.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    conditions: ['kit-source', 'browser', 'module'],
    // the manager has its own copies
    external: ['react', 'storybook/*'],
    logLevel: 'error',
  })
  return [...entries, outfile]
}

/** Adds the host and the toolbar of the add-on, from its sources. */
export function previewAnnotations(entries: readonly unknown[] = []): readonly unknown[] {
  return [...entries, pathOf('../packages/storybook-addon/src/preview.ts')]
}

function pathOf(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}
