import { library } from '../../scripts/lib/rollup-library.mjs'

export default library(
  import.meta.url,
  {
    index: 'src/index.ts',
    'page/index': 'src/page/index.ts',
    'playwright/index': 'src/playwright/index.ts',
    'timeline/index': 'src/timeline/index.ts',
  },
  // Vite builds the page. A server of the workspace may serve it during this build
  { keep: ['home'] },
)
