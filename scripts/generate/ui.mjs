// Generates files of packages/ui from others:
//
// - custom-elements.json, which editors read, from the sources of the components
// - the wrappers for React, Vue and Angular, from custom-elements.json
// - src/languages/texts.ts, from en.json and de.json: one constant for each text, so that a bundle contains only texts of its components
// - src/languages/text-key.ts, from en.json and de.json: the type of their keys
//
// With `--check` it only compares. Guards against outdated wrappers and documentation, and against a text that only one language has.
import '../lib/require-node.mjs'
import fs, { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { readJson, root, run } from '../lib/commands.mjs'
import { angularWrappers } from './ui-wrappers/angular.mjs'
import { elementsOf } from './ui-wrappers/elements.mjs'
import { reactWrappers } from './ui-wrappers/react.mjs'
import { vueWrappers } from './ui-wrappers/vue.mjs'

const folder = join(root, 'packages/ui')
const LANGUAGES = ['en', 'de']

/** Each returns the files of its folder: `index.ts`, and one `haiilo-*.ts` for each component. */
const WRAPPERS = { react: reactWrappers, vue: vueWrappers, angular: angularWrappers }

const onlyChecks = process.argv.includes('--check')
const customElements = await analyze()
const files = {
  'custom-elements.json': customElements,
  ...texts(),
  ...wrappers(elementsOf(JSON.parse(customElements))),
}
for (const [file, content] of Object.entries(files)) await write(join(folder, file), content)
for (const file of fs.globSync(`src/{${Object.keys(WRAPPERS)}}/haiilo-*.ts`, { cwd: folder })) {
  if (!(file in files)) remove(join(folder, file))
}

async function analyze() {
  await run('cem', ['analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet'], { cwd: folder })
  return readFileSync(join(folder, '.cache/custom-elements.json'), 'utf8')
}

function wrappers(elements) {
  const perFramework = Object.entries(WRAPPERS).map(([framework, filesOf]) =>
    Object.entries(filesOf(elements)).map(([file, content]) => [
      `src/${framework}/${file}`,
      `// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.\n${content}`,
    ]),
  )
  return Object.fromEntries(perFramework.flat())
}

function texts() {
  const languages = LANGUAGES.map((language) => [language, readJson(join(folder, `src/languages/${language}.json`))])
  const keys = [...new Set(languages.flatMap(([, texts]) => Object.keys(texts)))]
  const constants = keys.map((key) => {
    const missing = languages.filter(([, texts]) => !texts[key]).map(([language]) => language)
    if (missing.length > 0) {
      const files = missing.map((language) => `packages/ui/src/languages/${language}.json`)
      console.error(`Add the text "${key}" to ${files.join(' and ')}.`)
      process.exit(1)
    }
    const translations = Object.fromEntries(languages.map(([language, texts]) => [language, texts[key]]))
    return `export const ${key}: KitText = ${JSON.stringify({ key, ...translations })}`
  })
  const header = '// Generated from en.json and de.json by scripts/generate/ui.mjs. Do not edit.\n'
  return {
    'src/languages/text-key.ts': `${header}
/** The key of a built-in text. */
export type TextKey = ${keys.map((key) => `'${key}'`).join(' | ')}
`,
    'src/languages/texts.ts': `${header}import type { KitText } from './languages.js'

${constants.join('\n')}
`,
  }
}

async function write(file, content) {
  const text = await format(content, { ...(await resolveConfig(file)), filepath: file })
  if (!onlyChecks) writeFileSync(file, text)
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) report(file, 'is out of date')
}

function remove(file) {
  if (!onlyChecks) rmSync(file)
  else report(file, 'belongs to a component that no longer exists')
}

function report(file, what) {
  console.error(`${relative(root, file)} ${what}. Run: node scripts/generate/ui.mjs`)
  process.exitCode = 1
}
