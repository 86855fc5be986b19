import { openTypeProgram, type TypeProgram } from '@haiilo-kit/test-kit/open-type-program'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

test.each(['registered', 'unregistered'])(
  'types hooks when the host is %s',
  (name) => {
    expect(open(name).errors()).toEqual([])
  },
  120_000,
)

test('exports all public names of core', () => {
  const { exportsOf } = open('unregistered')
  const names = exportsOf(pathOf('../src/index.ts'))
  const missing = exportsOf(pathOf('../../core/src/index.ts')).filter((name) => !names.includes(name))
  expect(names).toContain('HaiiloHostProvider')
  expect(missing).toEqual([])
}, 120_000)

function open(name: string): TypeProgram {
  return openTypeProgram(pathOf(`../types-test/${name}`))
}

function pathOf(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}
