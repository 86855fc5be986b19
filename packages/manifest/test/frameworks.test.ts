import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'

const { resolve } = createRequire(import.meta.url)
const NGC = fileURLToPath(new URL('bundles/src/bin/ngc.js', `file://${resolve('@angular/compiler-cli/package.json')}`))

/** What a compiler says of one of the programs in `types-test`: an augmentation holds for a whole program. */
function compile(folder: string, compiler: string): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [compiler, '-p', '.', ...(compiler === NGC ? ['--noEmit'] : [])],
    { cwd: fileURLToPath(new URL(`../types-test/${folder}`, import.meta.url)), encoding: 'utf8' },
  )
  return { status, output: stripVTControlCharacters(stdout + stderr) }
}

describe('the manifest types the configuration', () => {
  it.each([
    ['in hooks and components of React', 'react', resolve('typescript/bin/tsc')],
    ['in composables, slots and templates of Vue', 'vue', resolve('vue-tsc/bin/vue-tsc.js')],
  ])(
    '%s',
    (_, folder, compiler) => {
      expect(compile(folder, compiler)).toEqual({ status: 0, output: '' })
    },
    120_000,
  )

  // one program, because each one takes seconds
  it('in signals and templates of Angular, which reports only wrong use', () => {
    const { status, output } = compile('angular', NGC)
    expect(status).toBe(1)
    expect(output).toContain("Property 'kitchen' does not exist")
    expect(output).toContain("Object is possibly 'undefined'")
    expect(output).toContain(`'"west"' is not assignable to parameter of type '"north" | "south"'`)
    const errors = output.match(/^.*error TS/gm) ?? []
    expect(errors).toHaveLength(3)
    expect(errors.filter((error) => !error.startsWith('wrong-lunch-menu.ts:'))).toEqual([])
  }, 120_000)
})
