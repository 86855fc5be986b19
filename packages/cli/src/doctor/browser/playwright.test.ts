import { describe, expect, test } from 'vitest'
import { servePlugin } from '../../../test/plugin-server.js'
import { runProgram } from '../../../test/run-program.js'
import { startBrowser, type PlaywrightTools } from './playwright.js'

type Launch = PlaywrightTools['chromium']['launch']

/** Playwright with browsers that do not start, for a reason. */
function toolsWith(launch: (options: Parameters<Launch>[0]) => string): PlaywrightTools {
  return {
    chromium: { launch: async (options) => Promise.reject(new Error(launch(options))) },
  } as PlaywrightTools
}

describe('doctor --browser', () => {
  test('says what to install before it sends a request', async () => {
    const { manifest, requests } = await servePlugin()
    const missing = Object.assign(new Error("Cannot find package '@playwright/test'"), { code: 'ERR_MODULE_NOT_FOUND' })
    const outcome = await runProgram(['doctor', manifest, '--browser'], {
      loadPlaywright: () => Promise.reject(missing),
    })
    expect(outcome).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'error: --browser needs Playwright. Run `npm install --save-dev @playwright/test @axe-core/playwright` and `npx playwright install chromium`.\n',
    })
    expect(requests).toEqual([])
  })

  test('says what to do without a browser, after it looked for Chrome and Edge', async () => {
    const tried: (string | undefined)[] = []
    const tools = toolsWith((options) => {
      tried.push(options?.channel)
      return options?.channel === undefined
        ? "browserType.launch: Executable doesn't exist at /path"
        : `browserType.launch: Chromium distribution '${options.channel}' is not found at /path`
    })
    await expect(startBrowser(tools, undefined, {})).rejects.toThrow('set CHROMIUM_PATH')
    expect(tried).toEqual([undefined, 'chrome', 'msedge'])
  })

  test('uses only the browser of CHROMIUM_PATH if it is set', async () => {
    const tried: unknown[] = []
    const tools = toolsWith((options) => {
      tried.push(options?.executablePath)
      return "browserType.launch: Executable doesn't exist"
    })
    await expect(startBrowser(tools, '/none', {})).rejects.toThrow('The browser in CHROMIUM_PATH does not start')
    expect(tried).toEqual(['/none'])
  })

  test('reports a browser that is there, but fails', async () => {
    const tools = toolsWith(() => 'browserType.launch: a library is missing\nmore')
    await expect(startBrowser(tools, undefined, {})).rejects.toThrow(
      'does not start: browserType.launch: a library is missing.',
    )
  })
})
