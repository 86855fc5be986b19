import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { manifestWith } from '../../test/manifest-with.js'
import type { Manifest } from '../manifest.js'
import { parseManifest } from '../parse/parse-manifest.js'
import { declareManifest } from './declare-manifest.js'
import { writeDeclaration } from './write-declaration.js'

const { manifest: GOOD } = parseManifest(manifestWith()) as { readonly manifest: Manifest }
const NEWER: Manifest = { ...GOOD, pluginVersion: '9.9.9' }

function createFolder(): { folder: string; file: string; target: string } {
  const folder = mkdtempSync(join(tmpdir(), 'haiilo-kit-declaration-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return { folder, file: join(folder, 'manifest.json'), target: join(folder, 'manifest.d.json.ts') }
}

describe('a declaration', () => {
  it('is written if missing, and updated if outdated', async () => {
    const { file, target } = createFolder()
    expect(await writeDeclaration(file, GOOD, { check: true })).toBe('outdated')
    expect(existsSync(target)).toBe(false)
    expect(await writeDeclaration(file, GOOD)).toBe('written')
    expect(await writeDeclaration(file, GOOD)).toBe('current')
    expect(await writeDeclaration(file, NEWER, { check: true })).toBe('outdated')
    expect(await writeDeclaration(file, NEWER)).toBe('written')
    expect(readFileSync(target, 'utf8')).toBe(declareManifest(NEWER))
  })

  it('is not changed if it was written by hand', async () => {
    const { file, target } = createFolder()
    writeFileSync(target, 'export {}\n')
    expect(await writeDeclaration(file, GOOD)).toBe('foreign')
    expect(readFileSync(target, 'utf8')).toBe('export {}\n')
  })

  it.each([
    ['leads nowhere', undefined],
    ['leads to a generated file', declareManifest(NEWER)],
    ['leads to any file', 'export {}\n'],
  ])('does not follow a link that %s', async (_, content) => {
    const { folder, file, target } = createFolder()
    const elsewhere = join(folder, 'elsewhere.ts')
    if (content !== undefined) writeFileSync(elsewhere, content)
    symlinkSync(elsewhere, target)
    for (const check of [true, false]) {
      await expect(writeDeclaration(file, GOOD, { check })).rejects.toMatchObject({ code: 'ELOOP' })
    }
    expect(existsSync(elsewhere) ? readFileSync(elsewhere, 'utf8') : undefined).toBe(content)
    expect(lstatSync(target).isSymbolicLink()).toBe(true)
  })

  it('is not written to a folder or a link to a folder', async () => {
    const { folder, file, target } = createFolder()
    mkdirSync(join(folder, 'elsewhere'))
    symlinkSync(join(folder, 'elsewhere'), target)
    await expect(writeDeclaration(file, GOOD)).rejects.toMatchObject({ code: 'ELOOP' })
    rmSync(target)
    mkdirSync(target)
    await expect(writeDeclaration(file, GOOD)).rejects.toMatchObject({ code: 'EISDIR' })
    expect(readdirSync(join(folder, 'elsewhere'))).toEqual([])
  })

  it.skipIf(process.platform === 'win32')('is not written to a pipe, and does not wait for it', async () => {
    const { file, target } = createFolder()
    execFileSync('mkfifo', [target])
    await expect(writeDeclaration(file, GOOD)).rejects.toMatchObject({ code: 'EINVAL' })
  })

  it('can be in a folder that is a link', async () => {
    const { folder } = createFolder()
    mkdirSync(join(folder, 'real'))
    symlinkSync(join(folder, 'real'), join(folder, 'linked'), 'junction')
    expect(await writeDeclaration(join(folder, 'linked/manifest.json'), GOOD)).toBe('written')
    expect(readdirSync(join(folder, 'real'))).toEqual(['manifest.d.json.ts'])
  })

  it.each([0o600, 0o640, 0o664, 0o755])('keeps its permissions: %o', async (mode) => {
    const { file, target } = createFolder()
    writeFileSync(target, declareManifest(NEWER))
    chmodSync(target, mode)
    const { mode: before } = statSync(target)
    expect(await writeDeclaration(file, GOOD)).toBe('written')
    expect(statSync(target).mode).toBe(before)
  })

  it('leaves no temporary file if writing fails', async () => {
    const { folder, file } = createFolder()
    await expect(writeDeclaration(join(folder, 'none/manifest.json'), GOOD)).rejects.toMatchObject({ code: 'ENOENT' })
    await writeDeclaration(file, GOOD)
    expect(readdirSync(folder)).toEqual(['manifest.d.json.ts'])
  })

  it('is complete at any time while several processes write it', async () => {
    const { folder, file, target } = createFolder()
    const manifests = Array.from({ length: 20 }, (_, index): Manifest => ({ ...GOOD, pluginVersion: `1.0.${index}` }))
    const texts = new Set(manifests.map((manifest) => declareManifest(manifest)))
    await writeDeclaration(file, manifests[0]!)
    let isWriting = true
    const writing = Promise.all(
      Array.from({ length: 5 }, () => manifests)
        .flat()
        .map((manifest) => writeDeclaration(file, manifest)),
    ).finally(() => (isWriting = false))
    while (isWriting) {
      expect(texts).toContain(readFileSync(target, 'utf8'))
      await new Promise(setImmediate)
    }
    expect(new Set(await writing)).toContain('written')
    expect(readdirSync(folder)).toEqual(['manifest.d.json.ts'])
  })
})
