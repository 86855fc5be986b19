// Finds mistakes in a workflow of GitHub Actions: with the language service of GitHub, and by the rules of this repository.
import { build } from 'esbuild'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './commands.mjs'

/** Each finds lines of a workflow, and says how to correct them. */
const RULES = [
  {
    lines: /^[ -]*uses: (?!\.\/)(?!\S+@[\da-f]{40} # v\d\S*$).*/gm,
    advice: 'Name the commit, because a tag can move: `uses: owner/action@<40 digits> # v1.2.3`.',
  },
  {
    lines: /^[ -]*run:.*\$\{\{.*/gm,
    advice: 'Pass the value in `env`. Otherwise, its text can become a command.',
  },
  {
    lines: /^[ -]*uses: actions\/checkout@.*(?!\n +with:\n +persist-credentials: false)$/gm,
    advice: 'Add `with: persist-credentials: false`. Otherwise, later steps can read the token.',
  },
  {
    lines: /^ +runs-on: .*(?!\n +timeout-minutes: )$/gm,
    advice: 'Add `timeout-minutes` in the next line. Otherwise, a job that hangs ends after six hours.',
  },
  {
    lines: /^jobs:$(?<!^permissions:.*)/gms,
    advice: 'Add `permissions` above. Otherwise, each job gets the rights that the repository sets.',
  },
]

let service

/**
 * Returns the problems of a workflow, sorted by line.
 *
 * @param text The content of the file.
 */
export async function workflowProblems(text) {
  service ??= await load()
  // it remembers documents by their URI
  const uri = `file:///.github/workflows/${randomUUID()}.yml`
  const document = service.TextDocument.create(uri, 'yaml', 1, text)
  const mistakes = (await service.validate(document)).map(({ range, message }) => ({
    line: range.start.line + 1,
    message,
  }))
  const broken = RULES.flatMap(({ lines, advice }) =>
    [...text.matchAll(lines)].map(({ index }) => ({ line: text.slice(0, index).split('\n').length, message: advice })),
  )
  return [...mistakes, ...broken].toSorted((a, b) => a.line - b.line)
}

/** Bundled, because Node refuses its imports of JSON files, which have no import attribute. */
async function load() {
  const outfile = join(root, '.cache/github-language-service.mjs')
  await build({
    entryPoints: [join(root, 'scripts/lib/github-language-service.mjs')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: { js: "import { createRequire } from 'node:module'\nconst require = createRequire(import.meta.url)" },
    logLevel: 'error',
  })
  return import(pathToFileURL(outfile).href)
}
