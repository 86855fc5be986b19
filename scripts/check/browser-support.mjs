// Holds what reaches browsers, as it was built, within what the oldest browsers that we support can read: syntax, static functions, CSS. Guards
// against what no test in the newest Chromium can see: a compiler that was told another target, a style that an older browser drops.
import css from '@eslint/css'
import { ESLint, Linter } from 'eslint'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../lib/commands.mjs'
import { baseline } from '../eslint/baseline.mjs'

const IN_BROWSERS = ['packages/{core,react,vue,angular,ui}/dist/**/*.js', 'packages/manifest/dist/config/**/*.js']
/** Without these, a component works and looks a little different. */
const DISPENSABLE = {
  allowProperties: ['content-visibility', 'forced-color-adjust', 'overscroll-behavior', 'resize', 'user-select'],
  // widely available since November 2026, which the rule's data does not know yet
  allowFunctions: ['light-dark'],
}

export function browserChecks() {
  return [
    ['what reaches browsers is JavaScript that all supported ones understand', checkScripts],
    ['the styles of the UI kit are CSS that all supported browsers understand', checkStyles],
  ]
}

async function checkScripts() {
  const eslint = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    ignore: false,
    allowInlineConfig: false,
    overrideConfig: [
      {
        files: ['**/*.js'],
        // the syntax of 2024 was in all browsers before the date of the rule
        languageOptions: { ecmaVersion: 2024, sourceType: 'module' },
        plugins: { kit: { rules: { baseline } } },
        rules: { 'kit/baseline': 'error' },
      },
    ],
  })
  const files = IN_BROWSERS.flatMap((pattern) => globSync(pattern, { cwd: root }))
  if (files.length === 0) throw new Error('No built file was found. Run: pnpm build')
  const results = await eslint.lintFiles(files)
  complain(results.flatMap(({ filePath, messages }) => messages.map((message) => [filePath, message])))
}

async function checkStyles() {
  const linter = new Linter({ configType: 'flat', cwd: root })
  const files = globSync('packages/ui/dist/**/*.styles.js', { cwd: root })
  if (files.length === 0) throw new Error('No built style was found. Run: pnpm build')
  const problems = []
  for (const file of files) {
    const exported = Object.values(await import(pathToFileURL(join(root, file)).href))
    for (const { cssText } of exported) {
      const config = {
        files: ['**/*.css'],
        plugins: { css },
        language: 'css/css',
        rules: { 'css/use-baseline': ['error', { available: 'widely', ...DISPENSABLE }] },
      }
      problems.push(...linter.verify(cssText, [config], 'styles.css').map((message) => [file, message]))
    }
  }
  complain(problems)
}

function complain(problems) {
  if (problems.length === 0) return
  throw new Error(problems.map(([file, { line, message }]) => `${file}:${line} ${message}`).join('\n'))
}
