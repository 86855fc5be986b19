import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { previewAnnotations } from './preset.js'

const kit = fileURLToPath(new URL('../../..', import.meta.url))

function annotationsFor(framework: string | { readonly name: string }, project: string): Promise<readonly unknown[]> {
  const configDir = join(kit, project, '.storybook')
  return previewAnnotations(['present.js'], { configDir, presets: { apply: () => Promise.resolve(framework) } })
}

test.each([
  ['@storybook/react-vite', 'packages/react', 'react'],
  ['@storybook/nextjs-vite', 'stories', 'react'],
  ['@storybook/vue3-vite', 'packages/storybook-addon', 'vue'],
  ['@storybook/angular', 'packages/storybook-addon', 'angular'],
  ['@analogjs/storybook-angular', 'packages/storybook-addon', 'angular'],
])('adds the decorator for %s', async (framework, project, binding) => {
  const [present, added] = await annotationsFor(framework, project)
  expect(present).toBe('present.js')
  expect(added).toMatch(new RegExp(String.raw`[/\\]${binding}\.js$`))
  expect(await annotationsFor({ name: framework }, project)).toEqual([present, added])
})

test('reads the framework from a path, and ignores the folders above it', async () => {
  const path = join('home', 'vue-and-angular', 'node_modules', '@storybook', 'react-vite')
  expect(await annotationsFor(path, 'packages/storybook-addon')).toEqual([
    'present.js',
    expect.stringMatching(/react\.js$/),
  ])
})

test.each([
  ['the framework has no binding', '@storybook/html-vite', 'stories'],
  ['the framework has no binding', '@storybook/preact-vite', 'packages/storybook-addon'],
  ['the framework has no binding', '@storybook/web-components-vite', 'packages/storybook-addon'],
  ['the project does not have the binding', '@storybook/vue3-vite', 'stories'],
])('adds nothing if %s', async (_, framework, project) => {
  expect(await annotationsFor(framework, project)).toEqual(['present.js'])
})
