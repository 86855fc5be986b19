import { build } from 'esbuild'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

test('one component of the barrel brings no other into a bundle', async () => {
  const names = await componentsOf(`import { HaiiloButton } from '@haiilo-kit/ui/react'; console.log(HaiiloButton)`)
  expect(names).toEqual(['haiilo-button'])
})

test('a component brings what it is made of', async () => {
  const names = await componentsOf(`import { HaiiloTabs } from '@haiilo-kit/ui/react'; console.log(HaiiloTabs)`)
  expect(names).toEqual(['haiilo-tab', 'haiilo-tabs'])
})

/** The elements that are in a bundle of what an app says. */
async function componentsOf(contents: string): Promise<string[]> {
  const resolveDir = fileURLToPath(new URL('..', import.meta.url))
  const { metafile } = await build({
    stdin: { contents, resolveDir },
    bundle: true,
    format: 'esm',
    conditions: ['kit-source'],
    external: ['react'],
    metafile: true,
    write: false,
  })
  const modules = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs))
  return modules.flatMap((path) => /components\/[^/]+\/(haiilo-[a-z-]+)\.ts$/.exec(path)?.[1] ?? []).toSorted()
}
