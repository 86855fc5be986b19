import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Window } from 'happy-dom'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { run } from '../../../scripts/lib/commands.mjs'
import { checkTypes } from '../../../scripts/lib/typescript-7.mjs'
import { examples } from './examples.js'
import { scriptOf } from './sources/html.js'
import { sourcesOf, type Source } from './sources/index.js'

/** In a package that has all frameworks, so that the imports of the sources resolve. */
const cache = fileURLToPath(new URL('../../../packages/ui/.cache', import.meta.url))

const COMPILERS: Readonly<Record<Source['framework'], (project: string) => Promise<void>>> = {
  HTML: checkTypes,
  React: checkTypes,
  Vue: (project) => run('vue-tsc', ['--pretty', 'false', '-p', project]),
  Angular: (project) => run('ngc', ['--noEmit', '-p', project]),
}

const EXTENSIONS = { HTML: 'ts', React: 'tsx', Vue: 'vue', Angular: 'ts' } as const

const PROJECT = { extends: '../../../types-test/readme/tsconfig.json', include: ['.'] }

describe('the sources of the component pages', () => {
  let scratch: string

  // the compilers need Node, and the markup of the examples is parsed by a document
  beforeAll(() => {
    mkdirSync(cache, { recursive: true })
    scratch = mkdtempSync(join(cache, 'component-pages-'))
    const page = new Window()
    vi.stubGlobal('DOMParser', page.DOMParser)
    vi.stubGlobal('Node', page.Node)
  })

  afterAll(() => {
    vi.unstubAllGlobals()
    rmSync(scratch, { recursive: true, force: true })
  })

  it.each(Object.keys(COMPILERS) as Source['framework'][])(
    'compile for %s',
    { timeout: 240_000 },
    async (framework) => {
      const folder = join(scratch, framework)
      mkdirSync(folder, { recursive: true })
      for (const [tag, example] of Object.entries(examples)) {
        const code = sourcesOf(example).find((source) => source.framework === framework)?.code ?? ''
        writeFileSync(
          join(folder, `${tag}.${EXTENSIONS[framework]}`),
          framework === 'HTML' ? moduleOf(scriptOf(example)) : code,
        )
      }
      const project = join(folder, 'tsconfig.json')
      writeFileSync(project, JSON.stringify(PROJECT))
      await COMPILERS[framework](project)
    },
  )

  it('show the same example in each framework', () => {
    const sources = sourcesOf({
      state: { dish: 'Soup', isOpen: false },
      markup: `
        <haiilo-button id="order" on:click="isOpen = true">Order</haiilo-button>
        <haiilo-dialog heading="Order" close-on-backdrop bind:open="isOpen">
          <haiilo-text-field label="Dish" maxlength="40" bind:value="dish"></haiilo-text-field>
          <haiilo-button id="close" slot="actions" on:click="isOpen = false">Close</haiilo-button>
        </haiilo-dialog>`,
    })
    for (const { framework, code } of sources) expect(code).toMatchSnapshot(framework)
  })
})

/** A script as a module. The elements that it looks up are on the page. */
function moduleOf(script: string): string {
  return `${script.replaceAll(/querySelector\([^)]*\)/g, '$&!')}\nexport {}`
}
