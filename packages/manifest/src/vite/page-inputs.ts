import { join } from 'node:path'
import { version, type EnvironmentOptions } from 'vite'
import { isFile } from './find-manifest.js'
import type { Page } from './find-files.js'

/**
 * Returns the pages as inputs of a build, together with Vite's default page. `undefined` if the project sets its own inputs, or has no pages
 * to build.
 */
export function pageInputs(
  options: EnvironmentOptions,
  pages: readonly Page[],
  root: string,
): EnvironmentOptions | undefined {
  const files = pages.map(({ file }) => file).filter((file) => file?.endsWith('.html'))
  if (hasInputs(options) || files.length === 0) return undefined
  const input = [...new Set([join(root, 'index.html'), ...files])].filter((file) => file !== undefined && isFile(file))
  return { build: { [bundlerOptions]: { input } } }
}

const bundlerOptions = Number.parseInt(version) >= 8 ? 'rolldownOptions' : 'rollupOptions'

function hasInputs(options: EnvironmentOptions): boolean {
  const { build = {} } = options
  const given = [
    member(options, 'input'),
    ...['rolldownOptions', 'rollupOptions'].map((name) => member(member(build, name), 'input')),
  ]
  return Boolean(build.lib) || given.some((input) => input !== undefined)
}

/** Reads a member that the types of some versions of Vite do not have. */
function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
