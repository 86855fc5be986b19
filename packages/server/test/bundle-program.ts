import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

export interface BundledProgram {
  /** The path of a module that Node can run. */
  readonly file: string
  readonly remove: () => void
}

const folder = fileURLToPath(new URL('.', import.meta.url))

/** Bundles a program that imports the sources of this package, so that another process can run it. */
export async function bundleProgram(source: string): Promise<BundledProgram> {
  const target = mkdtempSync(join(tmpdir(), 'haiilo-program-'))
  const file = join(target, 'program.mjs')
  await build({
    stdin: { contents: source, resolveDir: folder, loader: 'ts' },
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    conditions: ['kit-source'],
    // CommonJS dependencies call `require`
    banner: { js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)` },
    logLevel: 'error',
  })
  return { file, remove: () => rmSync(target, { recursive: true, force: true }) }
}
