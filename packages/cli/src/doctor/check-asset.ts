import { excerpt } from '@haiilo-kit/core/token'
import { describeStatus } from '../sources/status.js'
import { freshness, hasVersion } from './caching.js'
import type { CheckContext, CheckedAsset, Findings } from './check-context.js'
import { checkCompression, checkCookies, mediaType } from './check-response.js'
import { createFinding } from './deployment-finding.js'
import { isJavaScript, type PageAsset } from './page-content.js'
import type { Answer, Requests } from './requests.js'

/** In seconds: what changes may be kept for an hour, and what does not should be kept for a month. */
const LONGEST_FRESHNESS = 3600
const SHORTEST_FRESHNESS = 30 * 24 * 3600

/** Requests a file as a page in a sandboxed frame does, and checks the response. Files that pages share are requested once. */
export function checkAsset(asset: PageAsset, { assets, requests }: CheckContext): Promise<CheckedAsset> {
  const key = `${asset.kind} ${asset.cors} ${asset.url.href}`
  const checked = assets.get(key) ?? requestAsset(asset, requests)
  assets.set(key, checked)
  return checked
}

async function requestAsset(asset: PageAsset, requests: Requests): Promise<CheckedAsset> {
  const outcome = await requests.send(asset.url, { headers: headersFor(asset) })
  if (outcome.kind === 'skipped') return { findings: [], transferred: 0 }
  if (outcome.kind === 'failed') return { findings: [unavailable(asset, outcome.reason)], transferred: 0 }
  const { response, transferred } = outcome
  if (!response.ok) return { findings: [unavailable(asset, describeStatus(response.status))], transferred }
  const findings = [
    ...checkType(asset, outcome),
    ...checkAccess(asset, outcome),
    ...checkCookies(asset.url, response),
    ...checkCaching(asset, outcome),
    ...checkCompression(asset.url, outcome),
  ]
  return { findings, transferred }
}

/** The origin of a sandboxed frame is `null`. */
function headersFor({ cors, kind }: PageAsset): Readonly<Record<string, string>> {
  const mode = cors === undefined ? 'no-cors' : 'cors'
  return {
    accept: kind === 'style' ? 'text/css,*/*;q=0.1' : '*/*',
    'sec-fetch-dest': kind === 'style' ? 'style' : 'script',
    'sec-fetch-mode': mode,
    'sec-fetch-site': 'cross-site',
    ...(mode === 'cors' && { origin: 'null' }),
  }
}

function unavailable({ url, kind }: PageAsset, reason: string): Findings[number] {
  return createFinding(
    'asset-unavailable',
    url,
    `A page needs this ${nounOf(kind)}, but it cannot be loaded. ${reason}`,
    'Deploy the file, or remove it from the page.',
  )
}

function checkType({ url, kind }: PageAsset, { response }: Answer): Findings {
  const type = mediaType(response)
  if (kind === 'style' ? type === 'text/css' : isJavaScript(type)) return []
  const hint = type === 'text/html' ? ' The server may send its start page for files that do not exist.' : ''
  return [
    createFinding(
      'asset-wrong-type',
      url,
      `The ${nounOf(kind)} is sent with ${type === '' ? 'no content type' : `the content type ${excerpt(type)}`}, and browsers refuse it.${hint}`,
      `Deploy the file, and send it with \`Content-Type: ${kind === 'style' ? 'text/css' : 'text/javascript'}\`.`,
    ),
  ]
}

function checkAccess(asset: PageAsset, { response: { headers } }: Answer): Findings {
  return asset.cors === undefined ? checkResourcePolicy(asset, headers) : checkCors(asset, headers)
}

function checkCors({ url, kind, cors }: PageAsset, headers: Headers): Findings {
  const origin = headers.get('access-control-allow-origin') ?? ''
  const allowsCookies = headers.get('access-control-allow-credentials') === 'true'
  if (cors === 'anonymous' ? origin === '*' || origin === 'null' : origin === 'null' && allowsCookies) return []
  const fix =
    cors === 'anonymous'
      ? 'Send `Access-Control-Allow-Origin: *` with all files of the page, without `Access-Control-Allow-Credentials`.'
      : 'Remove `crossorigin="use-credentials"` from the page, and send `Access-Control-Allow-Origin: *`.'
  const sent = origin === '' ? 'without CORS headers' : `only to ${excerpt(origin)}`
  return [
    createFinding(
      'cors-missing',
      url,
      `The ${nounOf(kind)} is sent ${sent}, but a frame without \`allow-same-origin\` has the origin \`null\` and cannot load it.`,
      fix,
    ),
  ]
}

function checkResourcePolicy({ url, kind }: PageAsset, headers: Headers): Findings {
  const policy = (headers.get('cross-origin-resource-policy') ?? '').trim().toLowerCase()
  if (policy !== 'same-origin' && policy !== 'same-site') return []
  return [
    createFinding(
      'resource-policy',
      url,
      `\`Cross-Origin-Resource-Policy: ${policy}\` forbids a frame without \`allow-same-origin\` to load the ${nounOf(kind)}.`,
      'Send `Cross-Origin-Resource-Policy: cross-origin` with all files of the page.',
    ),
  ]
}

function checkCaching({ url }: PageAsset, { response, url: last }: Answer): Findings {
  const seconds = freshness(last, response)
  if (hasVersion(url) && seconds < SHORTEST_FRESHNESS) {
    return [
      createFinding(
        'asset-not-cached',
        url,
        'The name of the file changes with its content, but browsers do not keep it for long.',
        'Send `Cache-Control: public, max-age=31536000, immutable` with such files.',
      ),
    ]
  }
  if (hasVersion(url) || seconds <= LONGEST_FRESHNESS) return []
  return [
    createFinding(
      'asset-cached',
      url,
      `Browsers keep the file for ${Math.round(seconds / 3600)} hours, but its name does not change with its content. A new page may run with an old file.`,
      'Add a hash to the name, as bundlers do, or send `Cache-Control: no-cache`.',
    ),
  ]
}

function nounOf(kind: PageAsset['kind']): string {
  return { module: 'module script', script: 'script', style: 'stylesheet' }[kind]
}
