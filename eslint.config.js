import angular from 'angular-eslint'
import reactHooks from 'eslint-plugin-react-hooks'
import vue from 'eslint-plugin-vue'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'
import { baseline } from './scripts/eslint/baseline.mjs'
import { safeUrls } from './scripts/eslint/safe-urls.mjs'

const TYPED = ['**/*.{ts,tsx,vue}']
const PLAIN = ['**/*.{js,mjs}']
const TESTS = ['**/*.{test,spec,test-d}.{ts,tsx}', '**/test/**', 'packages/test-kit/**', '**/e2e/**']

const kit = { rules: { baseline, 'safe-urls': safeUrls } }

export default defineConfig(
  {
    ignores: [
      '**/dist/**',
      '**/storybook-static/**',
      '**/coverage/**',
      'test-results/**',
      'playwright-report/**',
      '**/.cache/**',
      // written by ajv
      'packages/manifest/src/schema/validate.js',
      // apps outside of this workspace; their builds check them (scripts/check/consumers.mjs)
      'consumers/**',
      // parts of projects; each created project checks itself (scripts/check/consumers.mjs)
      'packages/create-haiilo-plugin/templates/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  {
    files: TYPED,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.vue'],
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // types that users extend by declaration merging look like defaults here
      '@typescript-eslint/no-unnecessary-type-arguments': 'off',
      // apps merge members into an empty interface; a type alias does not allow this
      '@typescript-eslint/no-empty-object-type': ['error', { allowWithName: '^HaiiloRegister$' }],
      // numbers in messages are allowed
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `return reject(…)` ends a function that returns nothing, in one line
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // members of an index signature are read with a quoted name, so that typing errors stand out
      '@typescript-eslint/dot-notation': 'off',
    },
  },
  {
    // shipped code has callers without types, and runs in browsers without everything in lib.dom; so some checks only look unnecessary
    files: ['packages/*/src/**/*.{ts,tsx}'],
    rules: { '@typescript-eslint/no-unnecessary-condition': 'off' },
  },
  {
    // global declarations need a file without imports
    files: ['**/known.d.ts', '**/vue-files.d.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  { files: PLAIN, ...plainJavaScript() },
  {
    // run in the pages of the documentation, or contain functions that do
    files: ['scripts/site/assets/*.js', 'scripts/check/{site,storybook-addon}.mjs'],
    languageOptions: { globals: { document: 'readonly', customElements: 'readonly' } },
  },

  {
    files: [
      'packages/react/**/*.{ts,tsx}',
      'packages/ui/**/react/**/*.{ts,tsx}',
      'stories/**/*.tsx',
      'examples/react/**/*.{ts,tsx}',
    ],
    extends: [reactHooks.configs.flat['recommended']],
  },
  {
    files: ['**/*.vue'],
    extends: [vue.configs['flat/essential']],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    // the rule uses the name of the file, and `app.vue` is clear enough
    rules: { 'vue/no-v-html': 'error', 'vue/multi-word-component-names': 'off' },
  },
  {
    files: ['packages/angular/**/*.ts', 'packages/ui/*/angular/**/*.ts', 'examples/angular/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    // templates are inline; .html files are pages of the examples
    processor: angular.processInlineTemplates,
    rules: {
      // decorators and templates use members that the class itself does not
      '@typescript-eslint/no-extraneous-class': 'off',
    },
  },
  {
    files: ['{packages,examples}/angular/**/*.html', 'packages/ui/*/angular/**/*.html'],
    ignores: ['examples/*/*.html', 'packages/*/types-test/**'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
  },

  { files: [...TYPED, ...PLAIN], ignores: ['eslint.config.js'], rules: noMarkupFromText() },
  {
    // a test may render its own markup in its own page and read it
    files: ['**/*.{test,spec}.{ts,tsx}'],
    rules: { 'no-restricted-properties': 'off', 'no-restricted-syntax': 'off' },
  },

  {
    // stories and tests of components use their own markup, like plug-ins
    files: ['stories/src/ui/story-page.ts', 'packages/ui/test/draw.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },

  {
    // the address of a link may come from a host or from a configuration
    files: ['packages/ui/src/**/*.ts', 'stories/src/**/*.ts', 'examples/**/*.ts'],
    ignores: TESTS,
    plugins: { kit },
    rules: { 'kit/safe-urls': 'error' },
  },
  {
    // code for browsers must run in the oldest supported ones
    files: [
      'packages/{core,react,vue,angular,ui}/src/**/*.{ts,tsx}',
      'packages/manifest/src/config/**/*.ts',
      'examples/*/src/**/*.{ts,tsx,vue}',
    ],
    ignores: TESTS,
    plugins: { kit },
    rules: { 'kit/baseline': 'error' },
  },

  {
    // named exports keep one name in every file
    files: ['packages/*/src/**/*.{ts,tsx}', 'examples/*/src/**/*.{ts,tsx}', 'stories/src/**/*.{ts,tsx}'],
    // a .vue file has a default export only
    ignores: ['**/*.stories.{ts,tsx}', '**/vue-files.d.ts'],
    rules: {
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } }],
    },
  },

  {
    // servers verify tokens too, so this code must not use the page
    files: ['packages/core/src/{token,protocol,lib}/**/*.ts'],
    ignores: TESTS,
    rules: {
      'no-restricted-globals': ['error', pageGlobals('runs on servers and in workers, where there is no page')],
    },
  },
  {
    files: ['packages/core/src/**/*.ts'],
    ignores: [...TESTS, 'packages/core/src/{token,protocol,lib}/**', ...windowFiles()],
    rules: {
      'no-restricted-globals': [
        'error',
        pageGlobals('takes its page through the transport or through options, so that it runs anywhere'),
      ],
    },
  },

  {
    files: TESTS,
    rules: {
      // tests inspect values on purpose
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      'no-script-url': 'off',
    },
  },
)

/** The few files of core that may name the page themselves: they are its default. */
function windowFiles() {
  return [
    'transport/window-transport',
    'connection/environment',
    'describe-error',
    'plugin-adapter/adapter-connection',
  ].map((file) => `packages/core/src/${file}.ts`)
}

function pageGlobals(reason) {
  const names = [
    'window',
    'self',
    'document',
    'parent',
    'top',
    'frames',
    'location',
    'history',
    'navigator',
    'localStorage',
    'sessionStorage',
    'postMessage',
    'addEventListener',
    'removeEventListener',
  ]
  return { checkGlobalObject: true, globals: names.map((name) => ({ name, message: `This file ${reason}.` })) }
}

/** Text that a stranger wrote becomes text on the page, never markup: every door to the parser is shut (security rules, 4). */
function noMarkupFromText() {
  const message = 'Foreign text becomes a text node, never markup: use textContent, append or the framework.'
  const properties = [
    'innerHTML',
    'outerHTML',
    'insertAdjacentHTML',
    'setHTMLUnsafe',
    'createContextualFragment',
    'srcdoc',
  ]
  const keys = '/^(innerHTML|outerHTML|srcdoc|srcDoc|dangerouslySetInnerHTML)$/'
  const markupInTemplates = '/v-html|\\[(inner|outer)HTML\\]|\\.(inner|outer)HTML\\s*=/'
  const syntax = [
    `Property[key.name=${keys}]`,
    `Property[key.value=${keys}]`,
    `JSXAttribute[name.name=${keys}]`,
    'Identifier[name=/^(unsafeHTML|unsafeSVG|unsafeStatic)$/]',
    'Identifier[name=/^bypassSecurityTrust/]',
    `Literal[value=${markupInTemplates}]`,
    `TemplateElement[value.raw=${markupInTemplates}]`,
  ]
  return {
    'no-restricted-properties': [
      'error',
      ...properties.map((property) => ({ property, message })),
      { object: 'document', property: 'write', message },
      { object: 'document', property: 'writeln', message },
    ],
    'no-restricted-syntax': ['error', ...syntax.map((selector) => ({ selector, message }))],
    'no-eval': 'error',
    'no-implied-eval': 'error',
    'no-new-func': 'error',
    'no-script-url': 'error',
  }
}

function plainJavaScript() {
  const globals = [
    'process',
    'console',
    'URL',
    'Buffer',
    'fetch',
    'performance',
    'AbortSignal',
    'AbortController',
    'structuredClone',
  ]
  const timers = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'queueMicrotask']
  return {
    languageOptions: { globals: Object.fromEntries([...globals, ...timers].map((name) => [name, 'readonly'])) },
    rules: {
      eqeqeq: 'error',
      'no-undef': 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'no-unreachable': 'error',
      'no-dupe-keys': 'error',
      'no-fallthrough': 'error',
      'no-unsafe-finally': 'error',
      'no-constant-condition': 'error',
      'no-empty': 'error',
      'no-redeclare': 'error',
      'no-self-assign': 'error',
      'no-useless-escape': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'require-yield': 'error',
      'valid-typeof': 'error',
    },
  }
}
