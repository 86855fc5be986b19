// Finds the files of the repository that people read and write: no generated folders, no dependencies, no recorded data.
import fs, { statSync } from 'node:fs'
import { join, relative } from 'node:path'

const FILES = '**/*.{md,ts,tsx,mts,mjs,js,vue}'
const IGNORED =
  /(?:^|\/)(?:node_modules|dist|\.cache|\.git|\.angular|coverage|test-results|fixtures|storybook-static|packages\/[\w-]+\/docs)(?:\/|$)|CHANGELOG\.md$/

/** The files that a pattern below a folder matches. A folder matches all files in it. */
export function textFiles(folder, pattern = '.') {
  const path = join(folder, pattern)
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isFile()) return [path]
  const inside = found?.isDirectory()
    ? [FILES, '.changeset/*.md', '.github/**/*.md', '.*.mjs'].flatMap((files) =>
        fs
          .globSync(files, { cwd: path, exclude: (name) => IGNORED.test(String(name)) })
          .map((file) => join(path, file)),
      )
    : fs.globSync(pattern, { cwd: folder }).map((file) => join(folder, file))
  return [...new Set(inside)]
    .filter((file) => !IGNORED.test(relative(folder, file)) && statSync(file).isFile())
    .toSorted()
}
