import { playwright } from '@vitest/browser-playwright'
import { defaultClientConditions, defaultServerConditions } from 'vite'
import { configDefaults, defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { CHROMIUM_FLAGS, findChromium } from './scripts/chromium.mjs'

/** Where a test runs is said by its name: `*.dom.test.ts`, `*.jsdom.test.ts`, `*.browser.test.ts`; plain `*.test.ts` runs in Node. */
const ELSEWHERE = ['dom', 'jsdom', 'browser']

const executablePath = findChromium()

export default defineConfig({
  // tests read the sources of the workspace, with no build in between
  resolve: { conditions: ['kit-source', ...defaultClientConditions] },
  ssr: { resolve: { conditions: ['kit-source', ...defaultServerConditions] } },
  test: {
    projects: [
      project('unit', testFiles(), { environment: 'node', exclude: ELSEWHERE.flatMap((place) => testFiles(place)) }),
      project('dom', testFiles('dom'), { environment: 'happy-dom' }),
      project('jsdom', testFiles('jsdom'), { environment: 'jsdom' }),
      {
        ...project('browser', testFiles('browser'), {
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { ...(executablePath && { executablePath }), args: CHROMIUM_FLAGS },
            }),
            instances: [{ browser: 'chromium' }],
          },
        }),
        // found only while running, each of these would make the first, cold run reload in the middle and fail
        optimizeDeps: {
          include: [
            '@coyoapp/plugin-adapter',
            'fast-check',
            'jose',
            'jose/base64url',
            'jose/errors',
            'jose/jws/compact/verify',
            'react',
            'react-dom',
            'react-dom/client',
            'react-dom/server',
            'react/jsx-dev-runtime',
          ],
        },
      },
    ],
  },
})

function testFiles(place?: string): string[] {
  return [`{packages,examples}/**/*${place ? `.${place}` : ''}.test.{ts,tsx}`]
}

function project(
  name: string,
  include: string[],
  { exclude = [], ...test }: NonNullable<TestProjectInlineConfiguration['test']>,
): TestProjectInlineConfiguration {
  return {
    extends: true,
    // the first key of a process may take seconds on a busy machine
    test: {
      name,
      testTimeout: 30_000,
      include,
      exclude: [...configDefaults.exclude, '**/dist/**', ...exclude],
      ...test,
    },
  }
}
