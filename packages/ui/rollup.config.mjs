import json from '@rollup/plugin-json'
import { globSync } from 'node:fs'

import { library } from '../../scripts/rollup-library.mjs'

const components = globSync('src/components/*/haiilo-*.ts', { cwd: import.meta.dirname }).filter(
  (path) => !/\.(test|styles)\.|\.browser\./.test(path),
)
const entryOf = (path) => [path.replace(/^src\/|\.ts$/g, ''), path]

export default library(
  import.meta.url,
  {
    index: 'src/index.ts',
    'languages/index': 'src/languages/index.ts',
    ...Object.fromEntries(components.map(entryOf)),
  },
  { plugins: [json({ preferConst: true, namedExports: false })] },
)
