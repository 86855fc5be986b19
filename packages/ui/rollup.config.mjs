import json from '@rollup/plugin-json'
import { globSync } from 'node:fs'

import { library } from '../../scripts/lib/rollup-library.mjs'
import { angular } from './rollup.angular.mjs'

const components = globSync('src/components/*/haiilo-*.ts', { cwd: import.meta.dirname }).filter(
  (path) => !/\.(test|styles)\.|\.browser\./.test(path),
)
const entryOf = (path) => [path.replace(/^src\/|\.ts$/g, ''), path]

const elements = library(
  import.meta.url,
  {
    index: 'src/index.ts',
    'languages/index': 'src/languages/index.ts',
    'react/index': 'src/react/index.ts',
    'vue/index': 'src/vue/index.ts',
    ...Object.fromEntries(components.map(entryOf)),
  },
  {
    // rollup removes the directives of single files. Other files also run on a server
    banner: ({ fileName }) => (fileName.startsWith('react/') ? `'use client'` : ''),
    plugins: [json({ preferConst: true, namedExports: false }), trimStyles()],
  },
)

/** Removes comments and indentation from style sheets. Their lines stay, so that source maps stay right. */
function trimStyles() {
  const trim = (sheet) =>
    sheet.replaceAll(/\/\*.*?\*\//gs, (comment) => comment.replaceAll(/.+/g, '')).replaceAll(/^[ \t]+/gm, '')
  return {
    name: 'trim-styles',
    transform: (code) => ({ code: code.replaceAll(/\bcss ?`[^`]*`/g, trim), map: null }),
  }
}

export default [elements, angular]
