import { cpSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { library } from '../../scripts/rollup-library.mjs'

export default library(
  import.meta.url,
  {
    index: 'src/index.ts',
    'binding/index': 'src/binding/index.ts',
    'token/index': 'src/token/index.ts',
    'early/index': 'src/early/index.ts',
  },
  { plugins: [errorPages()] },
)

/** Errors name their page by its path in the published package, so the pages travel with it. */
function errorPages() {
  const target = fileURLToPath(new URL('docs', import.meta.url))
  return {
    name: 'error-pages',
    writeBundle() {
      rmSync(target, { recursive: true, force: true })
      cpSync(fileURLToPath(new URL('../../docs/errors', import.meta.url)), `${target}/errors`, { recursive: true })
    },
  }
}
