import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const vueTsc = createRequire(import.meta.url).resolve('vue-tsc/bin/vue-tsc.js')

test('types the props, events and slots of the Vue components', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [vueTsc, '-p', '.'], {
    cwd: fileURLToPath(new URL('../types-test/vue', import.meta.url)),
    encoding: 'utf8',
  })
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' })
}, 120_000)
