import { library, pages } from '../../scripts/lib/rollup-library.mjs'

export default library(
  import.meta.url,
  { 'haiilo-kit': 'src/haiilo-kit.ts' },
  { plugins: [pages(import.meta.url, 'checks')] },
)
