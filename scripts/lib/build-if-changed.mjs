// Builds something only if its sources have changed since its last build. They are compared by content: a checkout changes the times of files.
import { createHash } from 'node:crypto'
import fs, { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { root } from './commands.mjs'

const NOT_SOURCES = /(?:^|[/\\])(?:node_modules|dist|\.cache|test|storybook-static)$|^packages[/\\][^/\\]+[/\\]docs$/
const TESTS = /\.(?:test|test-d|spec)\.\w+$/

/** What every build depends on. */
const ALWAYS = ['pnpm-lock.yaml', 'tsconfig.base.json']

/**
 * Builds, unless the output is that of the current sources.
 *
 * @param {{ name: string, sources: readonly string[], output: string, build: () => Promise<unknown> }} options `sources`: patterns of files.
 *   `output`: the folder that the build writes.
 * @returns Whether it has built.
 */
export async function buildIfChanged({ name, sources, output, build }) {
  const stamp = join(root, '.cache/builds', name)
  const current = fingerprint([...ALWAYS, ...sources])
  if (existsSync(output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === current) return false
  // a build that fails must not leave the stamp of an earlier one
  rmSync(stamp, { force: true })
  await build()
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, current)
  return true
}

function fingerprint(patterns) {
  const hash = createHash('sha256').update(process.version)
  for (const file of patterns.flatMap(filesIn)) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function filesIn(pattern) {
  return fs
    .globSync(pattern, {
      cwd: root,
      withFileTypes: true,
      exclude: (entry) => NOT_SOURCES.test(relative(root, join(entry.parentPath, entry.name))),
    })
    .filter((entry) => entry.isFile() && !TESTS.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .toSorted()
}
