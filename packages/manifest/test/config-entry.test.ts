import { build } from 'esbuild'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import * as config from '../src/config/index.js'
import * as all from '../src/index.js'

it('imports only files of its own folder and types, even without tree shaking', async () => {
  const inputs = await inputsOf('@haiilo-kit/manifest/config')
  expect(inputs.filter((path) => !path.includes('src/config/') && path !== '<stdin>')).toEqual([])
})

it('is part of the main entry, which also imports the rules', async () => {
  expect(all).toMatchObject(config)
  expect((await inputsOf('@haiilo-kit/manifest')).some((path) => path.includes('/refa/'))).toBe(true)
})

it('exports these names', () => {
  expect(Object.keys(config).toSorted()).toEqual([
    'ConfigError',
    'configSchema',
    'defineFields',
    'matchesPattern',
    'readConfig',
    'valueProblem',
  ])
})

/** All files that a bundler reads, also those that it leaves out later. */
async function inputsOf(name: string): Promise<string[]> {
  const { metafile } = await build({
    stdin: { contents: `export * from '${name}'`, resolveDir: fileURLToPath(new URL('../../ui', import.meta.url)) },
    bundle: true,
    conditions: ['kit-source'],
    format: 'esm',
    metafile: true,
    write: false,
  })
  return Object.keys(metafile.inputs)
}
