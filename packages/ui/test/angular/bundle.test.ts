import { build } from 'esbuild'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

test.each([
  ['HaiiloButton', ['haiilo-button']],
  ['HaiiloTabs', ['haiilo-tab', 'haiilo-tabs']],
])('%s of the barrel brings nothing that it does not need into a bundle', async (name, expected) => {
  const modules = await modulesOf(`import { ${name} } from '@haiilo-kit/ui/angular'; console.log(${name})`)
  const elements = modules.flatMap((path) => /components\/[^/]+\/(haiilo-[a-z-]+)\.ts$/.exec(path)?.[1] ?? [])
  expect(elements.toSorted()).toEqual(expected)
  expect(modules.filter((path) => path.endsWith('field-control.ts'))).toEqual([])
})

/** The files that are in a bundle of what an app says. */
async function modulesOf(contents: string): Promise<string[]> {
  const resolveDir = fileURLToPath(new URL('../..', import.meta.url))
  const { metafile } = await build({
    stdin: { contents, resolveDir },
    bundle: true,
    format: 'esm',
    conditions: ['kit-source'],
    external: ['@angular/*'],
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
    metafile: true,
    write: false,
  })
  return Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs))
}
