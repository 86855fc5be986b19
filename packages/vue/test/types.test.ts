import { openTypeProgram } from '@haiilo-kit/test-kit/open-type-program'
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const vueTsc = createRequire(import.meta.url).resolve('vue-tsc/bin/vue-tsc.js')

// declaration merging applies to a whole program, so each case is its own program
test.each(['registered', 'unregistered'])(
  'types composables, slots and the directive when the host is %s',
  (name) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [vueTsc, '-p', '.'], {
      cwd: pathOf(`../types-test/${name}`),
      encoding: 'utf8',
    })
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' })
  },
  120_000,
)

test('exports all public names of core', () => {
  const { exportsOf } = openTypeProgram(pathOf('../types-test/unregistered'))
  const names = exportsOf(pathOf('../src/index.ts'))
  const missing = exportsOf(pathOf('../../core/src/index.ts')).filter((name) => !names.includes(name))
  expect(names).toContain('HaiiloHostPlugin')
  expect(missing).toEqual([])
}, 120_000)

function pathOf(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}
