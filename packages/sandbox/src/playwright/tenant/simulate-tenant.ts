import type { Page, Request, Route } from '@playwright/test'
import { excerpt } from '@haiilo-kit/core/token'
import { closePanels } from '../close-panels.js'
import { createHome, type Home } from '../home.js'
import { readPlugin, type HaiiloSettings } from '../read-plugin.js'
import { createTenantAnswers, type Answer } from './tenant-answers.js'

export interface SimulateTenantOptions extends HaiiloSettings {
  /** The https origin of the tenant: `https://acme.coyocloud.com`. */
  readonly tenant: string
}

/** A simulated Home at the address of a tenant. It has one tenant. */
export interface TenantHome extends Home {
  /** The URL of the key document that the tokens name. */
  readonly keyDocument: string
  /** Whether the plug-in has requested the key document since the last `open`. */
  readonly isKeyRequested: () => boolean
}

/**
 * Simulates the Home of a tenant at its real address, for a deployed plug-in whose headers allow only that tenant. Only the browser of the
 * page is affected: it gets the page of the sandbox and the key document from this process. The plug-in needs no other configuration.
 *
 * The tenant gets no request: those of the plug-in are refused. Playwright cannot intercept a redirect to the tenant. To refuse these too,
 * start the browser with a proxy, or with `--host-resolver-rules`.
 *
 * @throws {TypeError} The tenant is not an https origin, or the manifest is missing.
 */
export async function simulateTenant(page: Page, { tenant, ...settings }: SimulateTenantOptions): Promise<TenantHome> {
  const origin = parseTenant(tenant)
  const plugin = await readPlugin(settings)
  const { keyDocument, answer, answerKey } = createTenantAnswers(origin, plugin)
  const context = page.context()
  let isKeyRequested = false

  await context.route(
    ({ protocol, host }) => protocol.startsWith('http') && host === new URL(origin).host,
    async (route, request) => {
      if (isFromPage(request)) await send(route, await answer(request))
      else await route.abort('blockedbyclient')
    },
  )
  await context.routeWebSocket(
    ({ host }) => host === new URL(origin).host,
    (socket) => socket.close(),
  )
  await context.route(keyDocument, async (route) => {
    isKeyRequested = true
    await send(route, answerKey())
  })
  await closePanels(page, [origin])

  /** Whether the page of the sandbox sends the request, and not a plug-in in its frames. */
  function isFromPage(request: Request): boolean {
    if (request.serviceWorker()) return false
    try {
      return request.frame() === page.mainFrame()
    } catch {
      // the first request of another window, which has no frame yet
      return false
    }
  }

  const home = createHome(
    page,
    {
      origins: { first: origin, second: origin },
      // the browser shows what is wrong; a request of this process would not be that of a browser
      checkPage: (url) => Promise.resolve({ kind: 'ok', url, message: '' }),
    },
    plugin,
  )
  return {
    ...home,
    keyDocument,
    isKeyRequested: () => isKeyRequested,
    async open(options) {
      isKeyRequested = false
      return home.open(options)
    },
  }
}

/** `pending`: the request gets no response while the page is open. */
async function send(route: Route, answer: Answer): Promise<void> {
  if (answer !== 'pending') await route.fulfill(answer)
}

function parseTenant(tenant: string): string {
  const url = URL.parse(tenant)
  if (url?.protocol === 'https:' && url.href === `${url.origin}/`) return url.origin
  throw new TypeError(`simulateTenant: "${excerpt(tenant)}" is not an https origin such as https://acme.coyocloud.com.`)
}
