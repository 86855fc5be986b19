import { library, pages } from '../../scripts/lib/rollup-library.mjs'

export default library(
  import.meta.url,
  {
    index: 'src/index.ts',
    'config/index': 'src/config/index.ts',
    'declare/index': 'src/declare/index.ts',
    'vite/index': 'src/vite/index.ts',
  },
  { plugins: [pages(import.meta.url, 'rules')] },
)
