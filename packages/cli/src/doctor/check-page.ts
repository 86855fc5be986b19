import { excerpt } from '@haiilo-kit/core/token'
import { findFrameRefusal, type FrameRefusal } from '@haiilo-kit/sandbox'
import { mapInOrder } from '../map-in-order.js'
import { redactUrl } from '../sources/redact-url.js'
import { describeStatus } from '../sources/status.js'
import { checkAsset } from './check-asset.js'
import type { CheckContext, Findings } from './check-context.js'
import { checkCompression, checkCookies, mediaType } from './check-response.js'
import { freshness } from './caching.js'
import { createFinding } from './deployment-finding.js'
import { readPage, type PageAsset, type PageContent } from './page-content.js'
import type { Answer } from './requests.js'

/** A value for the parameter `src`, to see whether redirects keep it. */
const PROBE = 'haiilo-kit-doctor'

/** In seconds. */
const LONGEST_FRESHNESS = 3600

/** Bytes of a page with its scripts and styles, as they are transferred. */
const MAX_WEIGHT = 1_000_000

/** A higher number is not faster, and could look like an attack. */
const MAX_PARALLEL = 6

/** The result for a page. */
export interface CheckedPage {
  readonly findings: Findings
  /** The response, if a host can show the page in a frame. */
  readonly shown?: Answer
}

/** Requests a page like the host, with its scripts and styles, and checks them. */
export async function checkPage(page: URL, context: CheckContext): Promise<CheckedPage> {
  const outcome = await context.requests.send(withProbe(page), { headers: HEADERS })
  if (outcome.kind === 'skipped') return { findings: [] }
  if (outcome.kind === 'failed') return { findings: [unavailable(page, outcome.reason)] }
  const { response, url, body } = outcome
  if (!response.ok) return { findings: [unavailable(page, describeStatus(response.status))] }
  const refused = checkFrame(page, outcome, context.tenant)
  const findings = [...checkAddress(page, url), ...refused, ...checkCookies(page, response)]
  if (!['text/html', 'application/xhtml+xml'].includes(mediaType(response)))
    return { findings: [...findings, notHtml(page, outcome)] }
  const content = readPage(new TextDecoder().decode(body), url)
  return {
    findings: [
      ...findings,
      ...checkContent(page, content),
      ...checkCaching(page, outcome),
      ...checkCompression(page, outcome),
      ...(await checkAssets(page, content.assets, outcome.transferred, context)),
    ],
    ...(refused.length === 0 && { shown: outcome }),
  }
}

const HEADERS = {
  accept: 'text/html',
  'sec-fetch-dest': 'iframe',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-site': 'cross-site',
}

function withProbe(page: URL): URL {
  const probed = new URL(page)
  probed.searchParams.set('src', PROBE)
  return probed
}

function unavailable(page: URL, reason: string): Findings[number] {
  const fix = 'Deploy the page at this address, or correct the address in the manifest.'
  return createFinding('page-unavailable', page, `The page cannot be loaded. ${reason}`, fix)
}

function notHtml(page: URL, { response }: Answer): Findings[number] {
  const type = mediaType(response) || 'no content type'
  return createFinding(
    'page-not-html',
    page,
    `The page is sent with ${type === 'no content type' ? type : `the content type ${excerpt(type)}`}, so browsers do not show it as a page.`,
    'Send the header `Content-Type: text/html; charset=utf-8`.',
  )
}

function checkAddress(page: URL, last: URL): Findings {
  if (last.searchParams.get('src') === PROBE) return []
  return [
    createFinding(
      'src-lost',
      page,
      `The page redirects to ${excerpt(redactUrl(last), 200)} without the query parameter \`src\`, which the plug-in needs to connect.`,
      'Write the last address into the manifest, or keep the query in the redirect.',
    ),
  ]
}

function checkFrame(page: URL, { response, url }: Answer, tenant: URL | undefined): Findings {
  const refusal = findFrameRefusal(response.headers, url.origin, tenant?.origin)
  if (refusal === undefined) return []
  const where = tenant ? `on ${excerpt(tenant.origin)}` : 'on another site'
  return [
    createFinding(
      'frame-refused',
      page,
      `\`${excerpt(headerOf(refusal), 200)}\` forbids frames ${where}, so the host cannot show the page.`,
      'Remove `X-Frame-Options`, and list your tenants: `Content-Security-Policy: frame-ancestors https://tenant.example`.',
    ),
  ]
}

function headerOf({ header, value }: FrameRefusal): string {
  return header === 'frame-ancestors' ? `${header} ${value}`.trim() : `${header}: ${value}`
}

function checkContent(page: URL, { language, title, insecure }: PageContent): Findings {
  const [first] = insecure
  return [
    ...(first
      ? [
          createFinding(
            'mixed-content',
            page,
            `The page loads ${insecure.length === 1 ? 'an address' : `${insecure.length} addresses`} over http, such as ${excerpt(redactUrl(first), 200)}. Browsers block this on an https page.`,
            'Use https in these addresses.',
          ),
        ]
      : []),
    ...(title === ''
      ? [
          createFinding(
            'title-missing',
            page,
            'The page has no `<title>`, so screen readers cannot name its content.',
            'Add a `<title>` with the name of the plug-in.',
          ),
        ]
      : []),
    ...(language === ''
      ? [
          createFinding(
            'language-missing',
            page,
            'The element `<html>` has no `lang`, so screen readers may read it with the wrong voice.',
            'Add the language of the texts: `<html lang="en">`.',
          ),
        ]
      : []),
  ]
}

function checkCaching(page: URL, { url, response }: Answer): Findings {
  const seconds = freshness(url, response)
  if (seconds <= LONGEST_FRESHNESS) return []
  return [
    createFinding(
      'page-cached',
      page,
      `Browsers keep the page for ${describeDuration(seconds)}, so users get an old version after you deploy.`,
      'Send `Cache-Control: no-cache` with pages. Browsers then ask whether the page has changed.',
    ),
  ]
}

/** Returns a duration of at least one hour, in hours or days. */
function describeDuration(seconds: number): string {
  const hours = Math.round(seconds / 3600)
  if (hours < 48) return hours === 1 ? 'more than an hour' : `${hours} hours`
  return `${Math.round(hours / 24)} days`
}

async function checkAssets(
  page: URL,
  assets: readonly PageAsset[],
  transferred: number,
  context: CheckContext,
): Promise<Findings> {
  const findings: Findings[number][] = []
  let weight = transferred
  const unique = [...new Map(assets.map((asset) => [asset.url.href, asset])).values()]
  for await (const checked of mapInOrder(unique, MAX_PARALLEL, (asset) => checkAsset(asset, context))) {
    weight += checked.transferred
    findings.push(...checked.findings)
  }
  return weight <= MAX_WEIGHT ? findings : [...findings, tooHeavy(page, weight, unique.length)]
}

function tooHeavy(page: URL, weight: number, files: number): Findings[number] {
  return createFinding(
    'page-heavy',
    page,
    `The page with its ${files} scripts and styles transfers ${(weight / 1_000_000).toFixed(1)} MB, so it is slow in each widget of a page.`,
    'Compress text, remove unused code, and load parts only when they are needed.',
  )
}
