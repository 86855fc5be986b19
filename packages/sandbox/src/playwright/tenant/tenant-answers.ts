import { readFile } from 'node:fs/promises'
import { join, normalize } from 'node:path'
import type { Request } from '@playwright/test'
import { PATHS } from '../../contract/paths.js'
import type { PluginState } from '../../contract/plugin-state.js'
import { PAGE_FOLDER, PAGE_POLICY, pageHeaders } from '../../server/page-files.js'

/** A response. `pending`: there is none while the page is open. */
export type Answer = 'pending' | Reply

interface Reply {
  readonly status: number
  readonly contentType?: string
  readonly headers?: Record<string, string>
  readonly body?: string | Buffer
}

/** The parts of a request that decide about its answer. */
type TenantRequest = Pick<Request, 'method' | 'postDataJSON' | 'url'>

/** What the page of the sandbox gets at the address of a tenant. */
export interface TenantAnswers {
  /** The URL of the key document. */
  readonly keyDocument: string
  /** Answers a request of the page. */
  readonly answer: (request: TenantRequest) => Promise<Answer>
  /** Answers a request for the key document. */
  readonly answerKey: () => Reply
}

const KEYS = '/__haiilo-simulator/keys'

/**
 * Creates the answers to all requests of the page of the sandbox, for one plug-in that does not change.
 *
 * @param origin The origin of the tenant.
 */
export function createTenantAnswers(origin: string, plugin: PluginState): TenantAnswers {
  const keyDocument = keyDocumentOf(origin)
  let publicKey: unknown

  const routes: Readonly<Record<string, (request: TenantRequest) => Answer>> = {
    [`GET ${PATHS.plugin}`]: () => json(plugin),
    // the plug-in does not change
    [`GET ${PATHS.events}`]: () => 'pending',
    [`GET ${PATHS.setup}`]: () => ({ status: 204 }),
    [`PUT ${PATHS.setup}`]: () => ({ status: 204 }),
    [`POST ${PATHS.check}`]: (request) => json({ kind: 'ok', url: (request.postDataJSON() as Check).url, message: '' }),
    [`GET ${PATHS.keyServerScript}`]: () => script(`export const keyServer = ${JSON.stringify(origin + KEYS)}\n`),
    [`POST ${KEYS}`]: (request) => {
      publicKey = request.postDataJSON()
      return json({ jku: keyDocument })
    },
  }

  return {
    keyDocument,
    async answer(request) {
      const { pathname } = new URL(request.url())
      return routes[`${request.method()} ${pathname}`]?.(request) ?? sendFile(pathname)
    },
    answerKey: () => ({
      ...json({ alg: { name: 'RSASSA-PKCS1-v1_5', hash: { name: 'SHA-512' } }, key: publicKey }),
      headers: { 'access-control-allow-origin': '*' },
    }),
  }
}

interface Check {
  readonly url: string
}

/** The place of the vendor's key documents. Plug-ins accept names that begin with the domain of the tenant. */
function keyDocumentOf(origin: string): string {
  const domain = new URL(origin).hostname.endsWith('.coyostaging.com') ? 'coyostaging.com' : 'coyocloud.com'
  return `https://certificates.plugins.coyoapp.com/certificate/${domain}_haiilo-kit.jwk.json`
}

function json(value: unknown): Reply {
  return { status: 200, contentType: 'application/json', body: JSON.stringify(value) }
}

function script(body: string): Reply {
  return { status: 200, contentType: 'text/javascript', body }
}

/** Sends a file of the built page. */
async function sendFile(path: string): Promise<Reply> {
  const name = path === PATHS.page ? 'index.html' : normalize(path).slice(1)
  const type = TYPES[name.slice(name.lastIndexOf('.'))]
  const body = type === undefined ? undefined : await readFile(join(PAGE_FOLDER, name)).catch(() => undefined)
  if (body === undefined) return { status: 404 }
  return { status: 200, contentType: type ?? '', headers: { ...pageHeaders(PAGE_POLICY) }, body }
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}
