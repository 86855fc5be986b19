import { library } from '../../scripts/lib/rollup-library.mjs'

export default library(import.meta.url, { 'create-haiilo-plugin': 'src/create-haiilo-plugin.ts' })
