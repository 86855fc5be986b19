import { library } from '../../scripts/lib/rollup-library.mjs'

const { output, ...config } = library(import.meta.url, { index: 'src/index.ts' })

// one module: with many small ones, each would import its own few names from vue
export default { ...config, output: { ...output, preserveModules: false } }
