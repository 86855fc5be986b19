// Checks that the built packages use only syntax, static functions and CSS that the oldest supported browsers have. Guards against a compiler
// with another target, or a style that an older browser ignores. Tests in a current Chromium cannot find these.
import css from '@eslint/css'
import { ESLint, Linter } from 'eslint'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../lib/commands.mjs'
import { baseline } from '../eslint/baseline.mjs'

const IN_BROWSERS = ['packages/{core,react,vue,angular,ui}/dist/**/*.js', 'packages/manifest/dist/config/**/*.js']
/** A component works without these. It only looks a little different. */
const DISPENSABLE = {
  allowProperties: ['content-visibility', 'forced-color-adjust', 'overscroll-behavior', 'resize', 'user-select'],
  // widely available since November 2026, but not yet in the data of the rule
  allowFunctions: ['light-dark'],
}

export function browserChecks() {
  return [
    ['all supported browsers understand the built JavaScript', checkScripts],
    ['all supported browsers understand the styles of the UI kit', checkStyles],
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
        // all browsers had the syntax of 2024 before the date of the rule
        languageOptions: { ecmaVersion: 2024, sourceType: 'module' },
        plugins: { kit: { rules: { baseline } } },
        rules: { 'kit/baseline': 'error' },
      },
    ],
  })
  const files = IN_BROWSERS.flatMap((pattern) => globSync(pattern, { cwd: root }))
  if (files.length === 0) throw new Error('No built file was found. Run: pnpm build')
  const results = await eslint.lintFiles(files)
  throwIfAny(results.flatMap(({ filePath, messages }) => messages.map((message) => [filePath, message])))
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
  throwIfAny(problems)
}

function throwIfAny(problems) {
  if (problems.length === 0) return
  throw new Error(problems.map(([file, { line, message }]) => `${file}:${line} ${message}`).join('\n'))
}
