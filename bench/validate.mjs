import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildPackages } from '../scripts/lib/public-packages.mjs'
import { median, middleHalf } from './lib/statistics.mjs'

const MANIFESTS = 1_000
const ROUNDS = 5
const PROGRAM = fileURLToPath(new URL('../packages/cli/dist/haiilo-kit.js', import.meta.url))

const good = {
  manifestVersion: '2.5.0',
  pluginVersion: '1.0.0',
  name: { en: 'Lunch', de: 'Mittagessen' },
  description: { en: 'What the canteen cooks today', de: 'Was die Kantine heute kocht' },
  entryPoints: [
    {
      id: '0d4a6c1e-5b7f-4c43-9a55-3f5c8a1e7b02',
      url: 'index.html',
      name: { en: 'Lunch', de: 'Mittagessen' },
      description: { en: 'What the canteen cooks today', de: 'Was die Kantine heute kocht' },
      config: [{ key: 'code', type: 'text', label: { en: 'Code', de: 'Code' }, pattern: '^(?:[a-z0-9]+-)*[a-z0-9]+$' }],
    },
  ],
}
const wrong = { ...good, pluginVersion: '1', entryPoints: [{ ...good.entryPoints[0], id: 'lunch', height: '350' }] }

/** Measures `haiilo-kit validate` with 1,000 files: start of Node, reading, checking and printing. */
export async function* validate() {
  await buildPackages()
  const folder = mkdtempSync(join(tmpdir(), 'haiilo-kit-bench-'))
  try {
    yield row('good', write(folder, good), 0)
    yield row('with three errors each', write(folder, wrong), 1)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function write(folder, manifest) {
  const text = JSON.stringify(manifest, undefined, 2)
  const files = Array.from({ length: MANIFESTS }, (_, index) => join(folder, `${index}.json`))
  for (const file of files) writeFileSync(file, text)
  return files
}

function row(kind, files, status) {
  const seconds = Array.from({ length: ROUNDS }, () => timeOnce(files, status))
  return {
    name: `haiilo-kit validate, ${MANIFESTS.toLocaleString('en')} manifests, ${kind}`,
    value: median(seconds),
    spread: middleHalf(seconds),
    unit: 's',
    limit: { most: 2 },
  }
}

function timeOnce(files, status) {
  const start = performance.now()
  const ended = spawnSync(process.execPath, [PROGRAM, 'validate', ...files], { maxBuffer: 2 ** 30 })
  const seconds = (performance.now() - start) / 1000
  if (ended.status !== status)
    throw new Error(`haiilo-kit validate exited with ${ended.status}, expected ${status}: ${ended.stderr}`)
  return seconds
}
