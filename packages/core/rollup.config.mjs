import { library, pages } from '../../scripts/lib/rollup-library.mjs'

export default library(
  import.meta.url,
  {
    index: 'src/index.ts',
    'binding/index': 'src/binding/index.ts',
    'token/index': 'src/token/index.ts',
    'early/index': 'src/early/index.ts',
    'plugin-adapter/index': 'src/plugin-adapter/index.ts',
    'plugin-adapter/flat': 'src/plugin-adapter/flat.ts',
  },
  { plugins: [pages(import.meta.url, 'errors')] },
)
