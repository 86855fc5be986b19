import type { TenantHome } from '@haiilo-kit/sandbox/playwright'
import type { Browser, Page } from '@playwright/test'
import type { CommandContext } from '../../context.js'
import { createClient } from '../../sources/client.js'
import { redactUrl } from '../../sources/redact-url.js'
import { SourceError } from '../../sources/source-error.js'
import type { Findings } from '../check-context.js'
import type { DeployedEntryPoint } from '../deployment.js'
import type { Answer } from '../requests.js'
import { chooseTenant } from './choose-tenant.js'
import { startGuardProxy, type GuardProxy } from './guard-proxy.js'
import { awaitHandshake, SETTINGS, WIDGET, type OpenView } from './open-view.js'
import { startBrowser, type PlaywrightTools } from './playwright.js'
import { reportAccessibility, reportErrors, reportFailures, reportHandshake, type ViewContext } from './report-view.js'
import { watchPage } from './watch-page.js'

/** The plug-in to open. */
export interface BrowserPlugin {
  readonly manifest: object
  /** The URL of the manifest. */
  readonly base: URL
  readonly entryPoints: readonly DeployedEntryPoint[]
  /** The responses for all pages that can be shown, by the URL in the manifest. */
  readonly pages: ReadonlyMap<string, Answer>
}

export interface BrowserOptions {
  /** The tenant that the user has named. */
  readonly tenant: URL | undefined
  /** The URL that the user has named. */
  readonly firstUrl: URL
}

/** What opening a page needs. */
interface Tools extends PlaywrightTools {
  readonly browser: Browser
  readonly proxy: GuardProxy
}

/** Opens the pages of a plug-in in a real browser, in a simulated tenant, and reports what goes wrong there. */
export async function checkInBrowser(
  plugin: BrowserPlugin,
  options: BrowserOptions,
  tools: PlaywrightTools,
  context: CommandContext,
): Promise<Findings> {
  if (options.tenant && options.tenant.protocol !== 'https:')
    throw new SourceError(
      'With --browser, --tenant must be an https URL, because the page of a real tenant is on https.',
    )
  const proxy = await startGuardProxy(createClient(options.firstUrl, context), context.stop)
  try {
    const browser = await startBrowser(tools, context.env['CHROMIUM_PATH'], {
      proxy: { server: proxy.url, bypass: '<-loopback>' },
      args: ['--force-webrtc-ip-handling-policy=disable_non_proxied_udp'],
    })
    try {
      const findings: Findings[number][] = []
      for (const entryPoint of plugin.entryPoints)
        findings.push(...(await checkEntryPoint(entryPoint, plugin, options, { ...tools, browser, proxy }, context)))
      return findings
    } finally {
      await browser.close()
    }
  } finally {
    proxy.close()
  }
}

async function checkEntryPoint(
  entryPoint: DeployedEntryPoint,
  { manifest, base, pages }: BrowserPlugin,
  { tenant: given }: BrowserOptions,
  tools: Tools,
  { timeout, stderr }: CommandContext,
): Promise<Findings> {
  const answer = pages.get(entryPoint.url?.href ?? '')
  if (!entryPoint.url || !answer) return []
  const tenant = given ?? chooseTenant(answer.response.headers, answer.url)
  if (tenant.hostname === answer.url.hostname)
    throw new SourceError('--tenant is the server of the plug-in. Pass the URL of a tenant that shows it.')
  stderr.status(`Opening ${redactUrl(entryPoint.url)} in Chromium ${tools.browser.version()}`)
  tools.proxy.refuse(tenant.hostname)
  const context = await tools.browser.newContext({ serviceWorkers: 'block', viewport: VIEWPORT })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(timeout)
    const home = await tools.simulateTenant(page, {
      tenant: tenant.origin,
      manifest: { ...manifest, entryPoints: [entryPoint.declared] },
      url: base.href,
    })
    const shared = { page, home, tenant, isTenantGiven: given !== undefined, timeout, tools }
    const findings = [
      ...(await checkView({
        ...shared,
        url: entryPoint.url,
        view: WIDGET,
        needsHeight: entryPoint.declaredHeight === undefined,
        open: () => home.open({ sandbox: 'opaque' }),
      })),
    ]
    const { configUrl } = entryPoint
    if (configUrl && pages.has(configUrl.href) && configUrl.href !== entryPoint.url.href)
      findings.push(
        ...(await checkView({
          ...shared,
          url: configUrl,
          view: SETTINGS,
          needsHeight: false,
          open: home.openSettings,
        })),
      )
    return findings
  } finally {
    await context.close()
  }
}

/** A widget on a page of a desktop. */
const VIEWPORT = { width: 1280, height: 900 }

interface ViewOptions {
  readonly page: Page
  readonly home: TenantHome
  readonly tools: Tools
  readonly tenant: URL
  readonly isTenantGiven: boolean
  readonly timeout: number
  readonly url: URL
  readonly view: OpenView
  readonly needsHeight: boolean
  readonly open: () => Promise<unknown>
}

async function checkView({ page, home, tools, open, view, ...options }: ViewOptions): Promise<Findings> {
  const { timeout, needsHeight, url, tenant, isTenantGiven } = options
  const watch = watchPage(page)
  await open()
  const handshake = await awaitHandshake(page, home, { view, timeout, needsHeight })
  await awaitRequests(page, view)
  const context: ViewContext = { url, tenant, isTenantGiven, keyDocument: home.keyDocument, timeout }
  return [
    ...reportHandshake(handshake, needsHeight, context),
    ...reportErrors(watch.errors, context),
    ...reportFailures(watch.failures, tools.proxy, context),
    ...reportAccessibility(
      await tools.auditAccessibility(page, { frame: view.frame, checks: ['rules'], timeout }),
      context,
    ),
  ]
}

/** Waits for what the page loads after the handshake, because that can fail, too. Some pages never stop sending requests. */
async function awaitRequests(page: Page, { frame }: OpenView): Promise<void> {
  const content = await (await page.$(frame))?.contentFrame()
  await content?.waitForLoadState('networkidle').catch(() => undefined)
}
