import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { auditAccessibility, type AccessibilityProblem, type AuditOptions } from '@haiilo-kit/sandbox/playwright'

import { ONCE } from './support/examples.js'
import { expect, test as base } from './support/test.js'

const TITLE = '<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Lunch</title>'
const BAD = `${TITLE}<main><h1>Soup</h1><button></button></main>`
const GOOD = `${TITLE}<main><h1>Soup</h1></main>`

/** A server that delays the page of a frame until the test releases it. */
interface SlowServer {
  readonly origin: string
  /** Opens a page of the same server under another hostname, so that its frames are cross-site. */
  readonly show: (page: Page, body: string) => Promise<void>
  /** Resolves when a browser has requested that path. */
  readonly requested: (path: string) => Promise<void>
  readonly release: (path: string, body: string, type?: string) => void
}

const test = base.extend<{ readonly server: SlowServer }>({
  server: async ({}, use) => {
    const pages = new Map<string, string>()
    const waiting = new Map<string, ServerResponse>()
    const listeners = new Map<string, () => void>()
    const server = createServer(({ url = '' }, response) => {
      const body = pages.get(url)
      if (body !== undefined) return response.writeHead(200, { 'content-type': 'text/html' }).end(body)
      waiting.set(url, response)
      listeners.get(url)?.()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    await use({
      origin: `http://127.0.0.1:${port}`,
      async show(page, body) {
        pages.set('/', `${TITLE}<main><h1>Lunch</h1>${body}</main>`)
        await page.goto(`http://localhost:${port}/`, { waitUntil: 'commit' })
        await page.locator('h1').waitFor()
      },
      requested: (path) =>
        waiting.has(path) ? Promise.resolve() : new Promise((resolve) => void listeners.set(path, resolve)),
      release(path, body, type = 'text/html') {
        const headers = { 'content-type': type, 'access-control-allow-origin': '*' }
        waiting.get(path)?.writeHead(200, headers).end(body)
      },
    })
    server.closeAllConnections()
    server.close()
  },
})

async function audit(page: Page, options: AuditOptions = {}): Promise<readonly string[]> {
  return summary(await auditAccessibility(page, { checks: ['rules'], ...options }))
}

function summary(problems: readonly AccessibilityProblem[]): readonly string[] {
  return [
    ...new Set(problems.map(({ check, rule, message }) => `${check} ${rule} ${check === 'frames' ? message : ''}`)),
  ]
}

const notChecked = (reason: string): string => `frames not-checked This frame was not checked. ${reason}`

test.describe('frames in the audit', { tag: ONCE }, () => {
  const FRAMES = {
    'of another origin': (src: string) => `<iframe title="Lunch" src="${src}"></iframe>`,
    'in a sandbox': (src: string) => `<iframe title="Lunch" sandbox="allow-scripts" src="${src}"></iframe>`,
    'with lazy loading far down the page': (src: string) =>
      `<div style="height: 20000px"></div><iframe title="Lunch" loading="lazy" src="${src}"></iframe>`,
    'in a frame': (src: string) =>
      `<iframe title="Outer" srcdoc='<html lang=en><title>A</title><style>iframe { inline-size: 90% }</style><p>Soup<iframe title=Lunch src="${src}"></iframe>'></iframe>`,
    'in a shadow root': (src: string) =>
      `<div><template shadowrootmode="closed"><iframe title="Lunch" src="${src}"></iframe></template></div>`,
    'in an object': (src: string) => `<object title="Lunch" type="text/html" data="${src}"></object>`,
  }

  for (const [name, frame] of Object.entries(FRAMES)) {
    test(`audits a frame ${name} that loads late`, async ({ page, server }) => {
      await server.show(page, frame(`${server.origin}/slow`))
      const found = audit(page, { checks: ['rules', 'reflow'] })
      await server.requested('/slow')
      server.release('/slow', BAD)
      expect(await found).toEqual(['rules button-name '])
    })

    test(`reports a frame ${name} that never loads`, async ({ page, server }) => {
      await server.show(page, frame(`${server.origin}/slow`))
      const found = await audit(page, { timeout: 2_000, checks: ['rules', 'reflow', 'focus'] })
      expect(found).toContain(notChecked('It has not loaded, or scripts are disabled.'))
    })
  }

  for (const [name, frame, reason] of [
    ['is blank', '<iframe title="Lunch"></iframe>', 'It is blank.'],
    ['has not rendered yet', '<iframe title="Lunch" srcdoc="<div id=root></div>"></iframe>', 'It is blank.'],
    ['is hidden', '<iframe hidden title="Lunch" srcdoc="<p>Soup"></iframe>', 'It is hidden.'],
    ['has no size', '<iframe width="0" height="0" style="border:0" srcdoc="<p>Soup"></iframe>', 'It is hidden.'],
    [
      'runs no scripts',
      '<iframe title="Lunch" sandbox srcdoc="<p>Soup"></iframe>',
      'It has not loaded, or scripts are disabled.',
    ],
    [
      'does not allow embedding',
      '<iframe title="Lunch" src="http://refused.test/"></iframe>',
      'It could not be loaded.',
    ],
  ] as const) {
    test(`reports a frame that ${name}, unless it is ignored`, async ({ page, server }) => {
      await page.route('http://refused.test/', (route) =>
        route.fulfill({ contentType: 'text/html', headers: { 'x-frame-options': 'DENY' }, body: BAD }),
      )
      await server.show(page, frame)
      // after the frame, so that the audit sees its last state
      await page.waitForLoadState('load')
      expect(await audit(page, { timeout: 500 })).toContain(notChecked(reason))
      expect(await audit(page, { timeout: 500, ignoreFrames: ['iframe'] })).not.toContain(notChecked(reason))
    })
  }

  test('audits a frame that renders its content late', async ({ page, server }) => {
    const script = `<script type="module" src="${server.origin}/script.js"></script>`
    await server.show(page, `<iframe title="Lunch" srcdoc='${TITLE}<div id="root"></div>${script}'></iframe>`)
    const found = audit(page)
    await server.requested('/script.js')
    await page.frames()[1]?.evaluate(() => {
      document.body.innerHTML = '<button></button>'
    })
    server.release('/script.js', '', 'text/javascript')
    expect(await found).toEqual(['rules button-name '])
  })

  const CHANGES = {
    navigates: () => document.querySelector('iframe')?.setAttribute('srcdoc', '<p>Soup'),
    'is removed': () => document.querySelector('iframe')?.remove(),
  }
  for (const [name, change] of Object.entries(CHANGES)) {
    test(`reports a frame that ${name} during the audit`, async ({ page, server }) => {
      await server.show(page, `<iframe title="Lunch" srcdoc='${GOOD}'></iframe>`)
      await inDarkMode(page, change)
      expect(await audit(page)).toContain(notChecked('It was navigated or removed during the audit.'))
    })
  }

  test('reports a frame that is added during the audit', async ({ page, server }) => {
    await server.show(page, `<iframe title="Lunch" srcdoc='${GOOD}'></iframe>`)
    await inDarkMode(page, () => document.body.append(document.createElement('iframe')))
    expect(await audit(page)).toContain(notChecked('It was added during the audit.'))
  })

  test('waits for the page itself', async ({ page }) => {
    expect(await audit(page, { timeout: 500 })).toEqual([notChecked('It is blank.')])
  })

  test('waits for the frame that the option `frame` selects', async ({ page, server }) => {
    await server.show(page, `<button></button><iframe title="Lunch" src="${server.origin}/slow"></iframe>`)
    const found = audit(page, { frame: 'iframe' })
    await server.requested('/slow')
    server.release('/slow', GOOD)
    expect(await found).toEqual([])
  })
})

/** Runs a function in the page when the audit switches to dark mode. */
async function inDarkMode(page: Page, run: () => void): Promise<void> {
  const dark = await page.evaluateHandle(() => matchMedia('(prefers-color-scheme: dark)'))
  await dark.evaluate((query, source) => {
    const script = document.createElement('script')
    script.textContent = source
    query.addEventListener('change', () => document.body.append(script), { once: true })
  }, `(${run.toString()})()`)
}
