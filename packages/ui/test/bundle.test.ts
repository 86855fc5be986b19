import { describe, expect, it, test } from 'vitest'

import { bundledModules } from './bundled-modules.js'

describe.each(['react', 'vue', 'angular'])('the barrel for %s', (framework) => {
  it.each([
    ['HaiiloButton', ['haiilo-button']],
    ['HaiiloTabs', ['haiilo-tab', 'haiilo-tabs']],
  ])('adds only modules to a bundle that %s needs', async (name, expected) => {
    const modules = await bundledModules(`import { ${name} } from '@haiilo-kit/ui/${framework}'; console.log(${name})`)
    expect(elementsIn(modules)).toEqual(expected)
    expect(modules.filter((path) => path.endsWith('field-control.ts'))).toEqual([])
  })
})

test('the plug-in for Vue adds all components', async () => {
  const modules = await bundledModules(
    `import { HaiiloUiPlugin } from '@haiilo-kit/ui/vue'; console.log(HaiiloUiPlugin)`,
  )
  expect(elementsIn(modules).length).toBeGreaterThan(15)
})

function elementsIn(modules: readonly string[]): string[] {
  return modules.flatMap((path) => /components\/[^/]+\/(haiilo-[a-z-]+)\.ts$/.exec(path)?.[1] ?? []).toSorted()
}
