// Compiles the Angular package to the end, as the production build of an app does. Without this step, the measured size would include
// declarations for that compiler, and names for development.
import { ConsoleLogger, LogLevel, NodeJSFileSystem } from '@angular/compiler-cli'
import { createEs2015LinkerPlugin } from '@angular/compiler-cli/linker/babel'
import { transformAsync } from '@babel/core'
import { transform } from 'esbuild'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './commands.mjs'

/** .size-limit.mjs measures this file. */
const LINKED = join(root, '.cache/size/angular.mjs')

/** Links the main entry of the built package. */
export async function linkAngular() {
  const filename = join(root, 'packages/angular/dist/fesm2022/haiilo-kit-angular.mjs')
  const linker = createEs2015LinkerPlugin({
    fileSystem: new NodeJSFileSystem(),
    logger: new ConsoleLogger(LogLevel.error),
    linkerJitMode: false,
  })
  const options = { filename, plugins: [linker], configFile: false, babelrc: false }
  const linked = await transformAsync(readFileSync(filename, 'utf8'), options)
  const { code } = await transform(linked.code, { define: { ngDevMode: 'false' }, minifySyntax: true })
  mkdirSync(dirname(LINKED), { recursive: true })
  writeFileSync(LINKED, code)
}
