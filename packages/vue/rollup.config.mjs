import { library } from '../../scripts/lib/rollup-library.mjs'

const { output, ...config } = library(import.meta.url, { index: 'src/index.ts' })

// one module: of many small ones, each would import its handful of names from vue again
export default { ...config, output: { ...output, preserveModules: false } }
