import type { auditAccessibility, simulateTenant } from '@haiilo-kit/sandbox/playwright'
import type { Browser, BrowserType, LaunchOptions } from '@playwright/test'
import { reasonOf, SourceError } from '../../sources/source-error.js'

/** What `doctor --browser` uses of the optional packages. */
export interface PlaywrightTools {
  readonly chromium: Pick<BrowserType, 'launch'>
  readonly auditAccessibility: typeof auditAccessibility
  readonly simulateTenant: typeof simulateTenant
}

/**
 * Loads the optional packages.
 *
 * @throws {Error} One of them is not installed.
 */
export async function loadPlaywright(): Promise<PlaywrightTools> {
  // the audit loads it later, when the message about a missing package would be too late
  await import('@axe-core/playwright')
  const [{ chromium }, { auditAccessibility, simulateTenant }] = await Promise.all([
    import('@playwright/test'),
    import('@haiilo-kit/sandbox/playwright'),
  ])
  return { chromium, auditAccessibility, simulateTenant }
}

/** @throws {SourceError} One of the packages is not installed. */
export async function requirePlaywright(load: () => Promise<PlaywrightTools>): Promise<PlaywrightTools> {
  try {
    return await load()
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw cause
    throw new SourceError(
      '--browser needs Playwright. Run `npm install --save-dev @playwright/test @axe-core/playwright` and `npx playwright install chromium`.',
      { cause },
    )
  }
}

/** Installed browsers that Playwright can find by name. */
const CHANNELS = ['chrome', 'msedge'] as const

/**
 * Starts the Chromium of `CHROMIUM_PATH`, or else the one of Playwright, or else an installed Chrome or Edge.
 *
 * @throws {SourceError} There is none, or it does not start.
 */
export async function startBrowser(
  { chromium }: PlaywrightTools,
  executablePath: string | undefined,
  options: LaunchOptions,
): Promise<Browser> {
  if (executablePath) {
    return chromium.launch({ ...options, executablePath }).catch((cause: unknown) => {
      throw new SourceError(`The browser in CHROMIUM_PATH does not start: ${reasonOf(cause)}.`, { cause })
    })
  }
  for (const channel of [undefined, ...CHANNELS]) {
    try {
      return await chromium.launch({ ...options, ...(channel && { channel }) })
    } catch (cause) {
      if (!isMissing(cause)) throw new SourceError(`The browser does not start: ${reasonOf(cause)}.`, { cause })
    }
  }
  throw new SourceError(
    'There is no browser for --browser. Run `npx playwright install chromium`, or set CHROMIUM_PATH to a Chromium.',
  )
}

/** Whether Playwright did not find the file of the browser. */
function isMissing(error: unknown): boolean {
  return /executable doesn't exist|is not found at/i.test(reasonOf(error))
}
