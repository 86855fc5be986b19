// Writes what follows from other files of packages/ui: custom-elements.json, which editors read, from the sources of the components, and
// src/languages/texts.ts from en.json and de.json: one constant a text, so that a bundle holds only what its components say. With `--check` it
// only says whether what is there is what follows. Guards against documentation of yesterday, and against a text that only one language has.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { readJson, root, run } from './commands.mjs'

const folder = join(root, 'packages/ui')
const LANGUAGES = ['en', 'de']

const files = {
  'custom-elements.json': await customElements(),
  'src/languages/texts.ts': texts(),
}
for (const [file, content] of Object.entries(files)) await write(join(folder, file), content)

async function customElements() {
  await run('cem', ['analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet'], { cwd: folder })
  return readFileSync(join(folder, '.cache/custom-elements.json'), 'utf8')
}

function texts() {
  const words = LANGUAGES.map((language) => [language, readJson(join(folder, `src/languages/${language}.json`))])
  const keys = new Set(words.flatMap(([, texts]) => Object.keys(texts)))
  const constants = [...keys].map((key) => {
    const lacking = words.filter(([, texts]) => !texts[key]).map(([language]) => language)
    if (lacking.length > 0) throw new Error(`The text "${key}" is missing in ${lacking.join(', ')}.`)
    return `export const ${key}: KitText = ${JSON.stringify({ key, ...Object.fromEntries(words.map(([language, texts]) => [language, texts[key]])) })}`
  })
  return `// Generated from en.json and de.json by scripts/generate-ui.mjs. Do not edit.
import type { KitText } from './languages.js'

/** The key of a text of the kit. */
export type TextKey = ${[...keys].map((key) => `'${key}'`).join(' | ')}

${constants.join('\n')}
`
}

async function write(file, content) {
  const text = await format(content, { ...(await resolveConfig(file)), filepath: file })
  if (!process.argv.includes('--check')) {
    writeFileSync(file, text)
  } else if (readFileSync(file, 'utf8') !== text) {
    console.error(`${file} is not what it is made from. Run: node scripts/generate-ui.mjs`)
    process.exitCode = 1
  }
}
