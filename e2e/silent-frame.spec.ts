import { expect, test } from './support/test.js'

// The host cannot see why a plug-in never sends a message, so its log lists the usual causes.

const INIT = "parent.postMessage({ iss: new URLSearchParams(location.search).get('src'), sub: 'init' }, '*')"
const SENDS_INIT = `<script>${INIT}</script>`
const MODULE = '<script type="module" src="/main.js"></script>'
// without this header, Playwright would allow every origin
const OWN_ORIGIN_ONLY = { 'access-control-allow-origin': 'http://127.0.0.1:4105' }

interface Case {
  readonly cause: string
  readonly sandbox?: 'opaque'
  readonly headers?: Record<string, string>
  readonly html: string
  readonly isSilent: boolean
}

const CASES: readonly Case[] = [
  { cause: 'X-Frame-Options', headers: { 'x-frame-options': 'DENY' }, html: SENDS_INIT, isSilent: true },
  {
    cause: 'frame-ancestors',
    headers: { 'content-security-policy': "frame-ancestors 'none'" },
    html: SENDS_INIT,
    isSilent: true,
  },
  { cause: 'a module script without CORS', sandbox: 'opaque', html: MODULE, isSilent: true },
  { cause: 'a page that sends no message', html: '<p>Hello</p>', isSilent: true },
  { cause: 'a module script in a frame that keeps its origin', html: MODULE, isSilent: false },
  { cause: 'a page that sends a message', sandbox: 'opaque', html: SENDS_INIT, isSilent: false },
]

for (const { cause, sandbox = 'same-origin', headers = {}, html, isSilent } of CASES) {
  test(`the log ${isSilent ? 'reports a silent frame' : 'does not report the frame'}: ${cause}`, async ({
    page,
    context,
    openHome,
  }) => {
    await context.route('http://127.0.0.1:4105/**', (route, request) =>
      new URL(request.url()).pathname === '/main.js'
        ? route.fulfill({ body: INIT, contentType: 'text/javascript', headers: OWN_ORIGIN_ONLY })
        : route.fulfill({ body: `<!doctype html><title>Sibling</title>${html}`, contentType: 'text/html', headers }),
    )
    await page.clock.install()
    await openHome(`plugin=sibling&sandbox=${sandbox}`)
    await page.waitForFunction(() => 'log' in window.home)
    const verdicts = (): Promise<string[]> => page.evaluate(() => window.home.log.map(({ verdict }) => verdict))
    // fast-forwards the clock only for silent frames, because another frame may need real time to load
    if (!isSilent) return expect.poll(verdicts).toContain('accepted')
    expect(await verdicts()).toEqual([])
    await page.clock.fastForward(10_000)
    await expect.poll(verdicts).toEqual(['silent'])
  })
}
