// Checks spelling, words and the length of sentences in Markdown, comments, docblocks, test titles and messages.
// textlint finds words to avoid and long sentences, cspell finds misspelled words.
//
//   pnpm lint:prose                              everything except the unfinished folders
//   node scripts/check/prose.mjs <paths …>       these files and folders
//   node scripts/check/prose.mjs --words <…>     only lists the unknown words, each once
import '../lib/require-node.mjs'
import { TextlintKernel } from '@textlint/kernel'
import markdown from '@textlint/textlint-plugin-markdown'
import { getDefaultSettings, mergeSettings, spellCheckDocument } from 'cspell-lib'
import { readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import sentenceLength from 'textlint-rule-sentence-length'
import terminology from 'textlint-rule-terminology'
import { isGenerated, proseOf } from '../lib/prose-of.mjs'
import { LONGEST_SENTENCE, terms } from '../lib/prose-terms.mjs'
import { textFiles } from '../lib/text-files.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** It quotes what it forbids. */
const QUOTES = 'scripts/lib/prose-terms.mjs'

const kernel = new TextlintKernel()
const rules = [
  { ruleId: 'terms', rule: fromModule(terminology), options: { defaultTerms: false, terms } },
  { ruleId: 'length', rule: fromModule(sentenceLength), options: { max: LONGEST_SENTENCE } },
]
const plugins = [{ pluginId: 'markdown', plugin: fromModule(markdown) }]

const args = process.argv.slice(2)
const onlyWords = args.includes('--words')
const paths = args.filter((each) => !each.startsWith('--'))
const files = filesToCheck()
const settings = await spelling()

let count = 0
const unknown = new Set()
for (const file of files) {
  const source = readFileSync(file, 'utf8')
  if (isGenerated(source)) continue
  const { text, lines } = proseOf(file, source)
  const findings = [...(onlyWords ? [] : await style(text)), ...(await misspelled(text))]
  for (const { line, word, write } of findings.toSorted((a, b) => a.line - b.line)) {
    count++
    if (onlyWords) unknown.add(word)
    else console.log(`${relative(process.cwd(), file)}:${lines[line - 1] ?? line} ${word} → ${write}`)
  }
}
if (onlyWords) console.log([...unknown].toSorted((a, b) => a.localeCompare(b)).join('\n'))
else console.log(`${files.length} files, ${count} ${count === 1 ? 'finding' : 'findings'}`)
process.exitCode = count > 0 ? 1 : 0

function filesToCheck() {
  if (paths.length > 0) return paths.flatMap((path) => textFiles(resolve(path)))
  return textFiles(root).filter((file) => file !== join(root, QUOTES))
}

/** Words to avoid, and long sentences. */
async function style(text) {
  const { messages } = await kernel.lintText(text, { ext: '.md', rules, plugins })
  return messages.map(({ line, ruleId, message }) => {
    const found = /“(.*?)”/s.exec(message)?.[1].replaceAll(/\s+/g, ' ')
    if (ruleId === 'terms') return { line, word: found, write: wordsFor(found) }
    const length = /\d+/.exec(message.replace(/^Line \d+/, ''))?.[0]
    return { line, word: `a sentence of ${length} characters`, write: `split it: at most ${LONGEST_SENTENCE}` }
  })
}

function wordsFor(found) {
  return terms.find(([pattern]) => new RegExp(`^${pattern}$`, 'i').test(found))?.[1] ?? 'plain words'
}

async function misspelled(text) {
  const document = { uri: pathToFileURL(join(root, 'prose.md')).href, text, languageId: 'markdown', locale: 'en-GB' }
  const { issues } = await spellCheckDocument(document, { generateSuggestions: false, noConfigSearch: true }, settings)
  return issues.map(({ text: word, offset }) => ({
    line: text.slice(0, offset).split('\n').length,
    word,
    write: 'correct the spelling, or add the word to docs/words.txt',
  }))
}

async function spelling() {
  const words = readFileSync(join(root, 'docs/words.txt'), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
  return mergeSettings(await getDefaultSettings(true), {
    language: 'en-GB',
    words,
    ignoreRegExpList: [
      '/^```.*?^```$/gms',
      '/`[^`]*`/g',
      'Urls',
      '/\\]\\([^)]*\\)/g',
      '/<[^>]*>/g',
      '/[@$.#-]\\w[\\w./-]*/g',
      '/\\w*[a-z][A-Z]\\w*/g',
      '/\\w+(?:\\.\\w+)+/g',
      '/\\b[\\w-]*[\\d_]\\w*/g',
    ],
  })
}

/** Some packages are CommonJS with a default export of their own. */
function fromModule(module) {
  return module.default ?? module
}
