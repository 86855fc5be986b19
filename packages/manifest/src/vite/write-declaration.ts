import { readFile, writeFile } from 'node:fs/promises'
import { compareDeclaration, declareManifest } from '../declare/declare-manifest.js'
import type { Manifest } from '../manifest.js'

/**
 * Writes `<name>.d.json.ts` beside a hand-written JSON, so that TypeScript knows its literals. A file that people wrote stays as it is,
 * and so does one that says the same already.
 */
export async function writeDeclaration(file: string, manifest: Manifest): Promise<void> {
  const path = file.replace(/\.json$/, '.d.json.ts')
  if (compareDeclaration(await readIfThere(path), manifest) !== 'outdated') return
  await writeFile(path, declareManifest(manifest))
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
