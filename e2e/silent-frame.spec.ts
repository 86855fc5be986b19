import { expect, test } from './support/test.js'

// What keeps a plug-in from ever speaking is invisible to the page around it: the log names the usual causes.

const INIT = "parent.postMessage({ iss: new URLSearchParams(location.search).get('src'), sub: 'init' }, '*')"
const SPEAKING = `<script>${INIT}</script>`
const MODULE = '<script type="module" src="/main.js"></script>'
// without a header Playwright would let everybody read it
const OWN_ORIGIN_ONLY = { 'access-control-allow-origin': 'http://127.0.0.1:4105' }

interface Case {
  readonly cause: string
  readonly sandbox?: 'opaque'
  readonly headers?: Record<string, string>
  readonly html: string
  readonly isSilent: boolean
}

const CASES: readonly Case[] = [
  { cause: 'X-Frame-Options', headers: { 'x-frame-options': 'DENY' }, html: SPEAKING, isSilent: true },
  {
    cause: 'frame-ancestors',
    headers: { 'content-security-policy': "frame-ancestors 'none'" },
    html: SPEAKING,
    isSilent: true,
  },
  { cause: 'a module script without CORS', sandbox: 'opaque', html: MODULE, isSilent: true },
  { cause: 'a page that says nothing', html: '<p>Hello</p>', isSilent: true },
  { cause: 'none: a module script in a frame that keeps its origin', html: MODULE, isSilent: false },
  { cause: 'none: a page that speaks', sandbox: 'opaque', html: SPEAKING, isSilent: false },
]

for (const { cause, sandbox = 'same-origin', headers = {}, html, isSilent } of CASES) {
  test(`a frame is ${isSilent ? 'silent, and the log says so' : 'not silent'}: ${cause}`, async ({
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
    // the time passes for a silent frame only: the other one may need all of its own
    if (!isSilent) return expect.poll(verdicts).toContain('accepted')
    expect(await verdicts()).toEqual([])
    await page.clock.fastForward(10_000)
    await expect.poll(verdicts).toEqual(['silent'])
  })
}
