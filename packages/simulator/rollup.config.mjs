import { library } from '../../scripts/lib/rollup-library.mjs'

export default library(import.meta.url, {
  index: 'src/index.ts',
  'back-end/index': 'src/back-end/index.ts',
  'key-server/index': 'src/key-server/index.ts',
  'vite/index': 'src/vite/index.ts',
})
