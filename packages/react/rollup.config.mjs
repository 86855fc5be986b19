import { library } from '../../scripts/lib/rollup-library.mjs'

// rollup drops the directives of single files, and all of the package belongs to the client
export default library(import.meta.url, { index: 'src/index.ts' }, { banner: `'use client'` })
