import { library } from '../../scripts/rollup-library.mjs'

export default library(import.meta.url, { index: 'src/index.ts', 'vite/index': 'src/vite/index.ts' })
