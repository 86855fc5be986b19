import angular from '@analogjs/vite-plugin-angular'
import vue from '@vitejs/plugin-vue'
import { playwright } from '@vitest/browser-playwright'
import { fileURLToPath } from 'node:url'
import { defaultClientConditions, defaultServerConditions, type PluginOption } from 'vite'
import { configDefaults, defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { backEnd } from './packages/angular/test/back-end.ts'
import { serveComponents } from './packages/ui/test/differential/serve-components.ts'
import { CHROMIUM_FLAGS, findChromium } from './scripts/lib/chromium.mjs'

type TestOptions = NonNullable<TestProjectInlineConfiguration['test']>

/** The file name says where a test runs: `*.dom.test.ts`, `*.jsdom.test.ts`, `*.browser.test.ts`. A plain `*.test.ts` runs in Node. `*.postgres.test.ts` needs `pnpm test:server`. */
const ELSEWHERE = ['dom', 'jsdom', 'browser', 'react-18', 'postgres']

/** Files for Angular's compiler. It starts slowly, so it compiles only these. */
const ANGULAR = '{packages/angular,packages/ui/src/angular,packages/ui/test/angular}'

/** Tests of the projects that the templates create. `scripts/check/consumers.mjs` runs them there. */
const TEMPLATES = 'packages/create-haiilo-plugin/templates/**'

const executablePath = findChromium()

// Vite would discover each of these during the first run, reload the page and fail the run
const PREBUNDLED = ['fast-check', 'jose', 'jose/errors', 'jose/jws/compact/verify']

const REACT_PACKAGES = ['react', 'react-dom', 'react-dom/client', 'react-dom/server', 'react/jsx-dev-runtime']

/** React 18 instead of 19, also for the import of react in react-dom. */
const REACT_18 = ['react', 'react-dom'].map((name) => ({
  find: new RegExp(`^${name}(?=/|$)`),
  replacement: fileURLToPath(new URL(`packages/test-kit/node_modules/${name}-18`, import.meta.url)),
}))

// resolved from our Angular package, because there must be only one copy
const ANGULAR_PACKAGES = [
  '@angular/common',
  '@angular/common/http',
  '@angular/compiler',
  '@angular/core',
  '@angular/core/rxjs-interop',
  '@angular/core/testing',
  '@angular/platform-browser',
  '@angular/platform-browser/testing',
  '@angular/platform-server',
  '@angular/router',
  'rxjs',
  'zone.js',
].map((name) => `@haiilo-kit/angular > ${name}`)

const UI_PACKAGES = ['axe-core', 'lit'].map((name) => `@haiilo-kit/ui > ${name}`)
const ANGULAR_UI_PACKAGES = ['@angular/forms', '@angular/forms/signals'].map((name) => `@haiilo-kit/ui > ${name}`)

export default defineConfig({
  // tests read the sources of the workspace without a build
  resolve: { conditions: ['kit-source', ...defaultClientConditions] },
  ssr: { resolve: { conditions: ['kit-source', ...defaultServerConditions] } },
  test: {
    projects: [
      project('unit', testFiles(), { environment: 'node', exclude: ELSEWHERE.flatMap((place) => testFiles(place)) }),
      project('postgres', testFiles('postgres'), { environment: 'node' }),
      project('dom', testFiles('dom'), { environment: 'happy-dom' }),
      project('jsdom', testFiles('jsdom'), { environment: 'jsdom' }),
      {
        ...project('browser', testFiles('browser'), { browser: chromium() }),
        plugins: [vue(), serveComponents()],
        optimizeDeps: {
          include: [
            ...PREBUNDLED,
            '@coyoapp/plugin-adapter',
            ...UI_PACKAGES,
            ...REACT_PACKAGES,
            'vue',
            'vue/server-renderer',
          ],
        },
      },
      {
        ...project('browser-react-18', testFiles('react-18'), { browser: chromium() }),
        resolve: { alias: REACT_18 },
        optimizeDeps: { include: [...PREBUNDLED, ...UI_PACKAGES, ...REACT_PACKAGES] },
      },
      angularProject('angular-unit', angularFiles(), {
        environment: 'node',
        exclude: ELSEWHERE.flatMap((place) => angularFiles(place)),
      }),
      angularProject('angular-dom', angularFiles('dom'), { environment: 'happy-dom' }),
      {
        ...angularProject('angular-browser', angularFiles('browser'), { browser: chromium() }),
        plugins: [compileAngular(), backEnd()],
        optimizeDeps: { include: [...PREBUNDLED, ...UI_PACKAGES, ...ANGULAR_PACKAGES, ...ANGULAR_UI_PACKAGES] },
      },
    ],
  },
})

/** A new object each time, because a project writes its name into it. */
function chromium(): NonNullable<TestOptions['browser']> {
  return {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    provider: playwright({
      launchOptions: { ...(executablePath && { executablePath }), args: CHROMIUM_FLAGS },
    }),
    instances: [{ browser: 'chromium' }],
  }
}

function testFiles(place = ''): string[] {
  return [`{packages,examples,stories}/**/*${place && `.${place}`}.test.{ts,tsx}`]
}

function angularFiles(place = ''): string[] {
  return [`${ANGULAR}/**/*${place && `.${place}`}.test.ts`]
}

function project(
  name: string,
  include: string[],
  { exclude = [], ...test }: TestOptions,
): TestProjectInlineConfiguration {
  return runningTests(name, include, { ...test, exclude: [...exclude, `${ANGULAR}/**`] })
}

function angularProject(name: string, include: string[], test: TestOptions): TestProjectInlineConfiguration {
  return {
    // the default pool: Angular's plug-in would choose one without MessageChannel
    ...runningTests(name, include, { ...test, pool: 'forks', setupFiles: ['packages/angular/test/set-up.ts'] }),
    plugins: [compileAngular()],
  }
}

function compileAngular(): PluginOption {
  // another step checks the types
  const tsconfig = fileURLToPath(new URL('packages/angular/test/tsconfig.json', import.meta.url))
  return angular({ tsconfig, fastCompile: true })
}

function runningTests(
  name: string,
  include: string[],
  { exclude = [], ...test }: TestOptions,
): TestProjectInlineConfiguration {
  return {
    extends: true,
    // on a busy machine, the first key of a process can take seconds
    test: {
      name,
      testTimeout: 30_000,
      include,
      exclude: [...configDefaults.exclude, '**/dist/**', TEMPLATES, ...exclude],
      ...test,
    },
  }
}
