import { library, pages } from '../../scripts/lib/rollup-library.mjs'

export default library(
  import.meta.url,
  {
    index: 'src/index.ts',
    'store-contract/index': 'src/store-contract/index.ts',
  },
  { plugins: [pages(import.meta.url, 'server-errors')] },
)
