import { cpSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { library } from '../../scripts/rollup-library.mjs'

export default library(
  import.meta.url,
  { index: 'src/index.ts', 'vite/index': 'src/vite/index.ts' },
  { plugins: [rulePages()] },
)

/** Findings name their page by its path in the published package, so the pages travel with it. */
function rulePages() {
  const target = fileURLToPath(new URL('docs', import.meta.url))
  return {
    name: 'rule-pages',
    writeBundle() {
      rmSync(target, { recursive: true, force: true })
      cpSync(fileURLToPath(new URL('../../docs/rules', import.meta.url)), `${target}/rules`, { recursive: true })
    },
  }
}
