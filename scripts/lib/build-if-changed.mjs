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
 * @param options `sources`: patterns of files in the repository. `output`: the folder that the build writes. `always`: builds in any case.
 *   `repository`: another folder, for tests.
 * @returns Whether it has built.
 */
export async function buildIfChanged({ name, sources, output, build, always = false, repository = root }) {
  const stamp = join(repository, '.cache/builds', name)
  const current = fingerprint([...ALWAYS, ...sources], repository)
  if (!always && existsSync(output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === current) return false
  // a build that fails must not leave the stamp of an earlier one
  rmSync(stamp, { force: true })
  await build()
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, current)
  return true
}

function fingerprint(patterns, repository) {
  const hash = createHash('sha256').update(process.version)
  for (const file of patterns.flatMap((pattern) => filesIn(pattern, repository)))
    hash.update(file).update(readFileSync(join(repository, file)))
  return hash.digest('hex')
}

function filesIn(pattern, repository) {
  return fs
    .globSync(pattern, {
      cwd: repository,
      withFileTypes: true,
      exclude: (entry) => NOT_SOURCES.test(relative(repository, join(entry.parentPath, entry.name))),
    })
    .filter((entry) => entry.isFile() && !TESTS.test(entry.name))
    .map((entry) => relative(repository, join(entry.parentPath, entry.name)))
    .toSorted()
}
