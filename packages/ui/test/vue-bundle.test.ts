import { build } from 'esbuild'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

test.each([
  ['HaiiloButton', ['haiilo-button']],
  ['HaiiloTabs', ['haiilo-tab', 'haiilo-tabs']],
])('%s of the barrel brings nothing that it does not need into a bundle', async (name, expected) => {
  expect(await componentsOf(`import { ${name} } from '@haiilo-kit/ui/vue'; console.log(${name})`)).toEqual(expected)
})

test('the plug-in brings all components', async () => {
  const contents = `import { HaiiloUiPlugin } from '@haiilo-kit/ui/vue'; console.log(HaiiloUiPlugin)`
  expect((await componentsOf(contents)).length).toBeGreaterThan(15)
})

/** The elements that are in a bundle of what an app says. */
async function componentsOf(contents: string): Promise<string[]> {
  const resolveDir = fileURLToPath(new URL('..', import.meta.url))
  const { metafile } = await build({
    stdin: { contents, resolveDir },
    bundle: true,
    format: 'esm',
    conditions: ['kit-source'],
    external: ['vue'],
    metafile: true,
    write: false,
  })
  const modules = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs))
  return modules.flatMap((path) => /components\/[^/]+\/(haiilo-[a-z-]+)\.ts$/.exec(path)?.[1] ?? []).toSorted()
}
