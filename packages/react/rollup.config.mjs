import { library } from '../../scripts/lib/rollup-library.mjs'

// Rollup removes directives from modules, and the whole package is client code
export default library(import.meta.url, { index: 'src/index.ts' }, { banner: `'use client'` })
