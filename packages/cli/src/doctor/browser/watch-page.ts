import type { Page, Request } from '@playwright/test'

/** What goes wrong in the frames of a page. */
export interface PageWatch {
  /** Uncaught errors, and errors in the console, in the order in which they occurred. */
  readonly errors: readonly string[]
  /** Requests that failed, by URL, with the reason as one sentence. */
  readonly failures: ReadonlyMap<string, string>
}

/** Watches the frames of a page from now on. */
export function watchPage(page: Page): PageWatch {
  const errors: string[] = []
  const failures = new Map<string, string>()
  page.on('pageerror', ({ name, message }) => errors.push(`${name}: ${message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !FAILED_REQUEST.test(message.text())) errors.push(message.text())
  })
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? ''
    // a page may cancel its own requests, and the doctor refuses those to the tenant
    if (isInFrame(page, request) && !/ERR_ABORTED|BLOCKED_BY_CLIENT/.test(reason)) {
      failures.set(request.url(), `The browser reports ${reason}.`)
    }
  })
  page.on('response', (response) => {
    if (isInFrame(page, response.request()) && response.status() >= 400) {
      failures.set(response.url(), `The server answers with status ${response.status()}.`)
    }
  })
  return { errors, failures }
}

/** The browser writes failed requests to the console, too. */
const FAILED_REQUEST = /^Failed to load resource:|has been blocked by CORS policy:/

function isInFrame(page: Page, request: Request): boolean {
  return request.serviceWorker() === null && request.frame() !== page.mainFrame()
}
