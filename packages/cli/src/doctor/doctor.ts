import type { CommandContext, ExitCode } from '../context.js'
import { redactUrl } from '../sources/redact-url.js'
import { identifySource } from '../sources/source.js'
import { createOutput, type OutputOptions } from '../validate/output.js'
import { isUnreadable, usableManifest, type CheckedReport, type Report } from '../validate/report.js'
import { validateSource } from '../validate/validate.js'
import type { CheckContext, Findings } from './check-context.js'
import { checkInBrowser } from './browser/check-in-browser.js'
import { requirePlaywright, type PlaywrightTools } from './browser/playwright.js'
import { checkLifecycle } from './check-lifecycle.js'
import { checkPage } from './check-page.js'
import { checkThumbnail } from './check-thumbnail.js'
import { createFinding, type DeploymentFinding } from './deployment-finding.js'
import { readDeployment, type Deployment } from './deployment.js'
import { createRequests, type Answer, type Requests, type Limits } from './requests.js'

export interface DoctorOptions extends OutputOptions {
  /** The URL of a tenant that shows the plug-in. */
  readonly tenant: URL | undefined
  /** Whether the webhook may be called. */
  readonly callsWebhook: boolean
  /** Whether to open the plug-in in a browser. */
  readonly usesBrowser: boolean
}

/** The limits of a run, besides the timeout. */
const MAX_REQUESTS = 100
const MAX_BYTES = 50_000_000
/** How many times longer than one response the whole run may take. */
const TOTAL_FACTOR = 6

/** Validates the manifest of a deployed plug-in, checks what it names, and writes the findings. */
export async function doctor(url: URL, options: DoctorOptions, context: CommandContext): Promise<ExitCode> {
  // before the first request, because the command ends if they are missing
  const tools = options.usesBrowser ? await requirePlaywright(context.loadPlaywright) : undefined
  const output = createOutput('plug-in', options, context)
  context.stderr.status(`Reading ${redactUrl(url)}`)
  const report = await validateSource(identifySource(url.href, context.cwd), undefined, context)
  const complete = isUnreadable(report) ? report : await examine(url, report, { ...options, tools }, context)
  context.stderr.status('')
  output.add(complete)
  return output.end()
}

interface ExamineOptions extends DoctorOptions {
  /** `undefined`: the plug-in is not opened in a browser. */
  readonly tools: PlaywrightTools | undefined
}

/** Adds the findings of the plug-in to the report of its manifest. */
async function examine(
  url: URL,
  report: CheckedReport,
  { tenant, callsWebhook, tools }: ExamineOptions,
  context: CommandContext,
): Promise<Report> {
  const manifest = usableManifest(report)
  if (!manifest || !report.url) return report
  const requests = createRequests(url, limitsFor(context), {
    ...context,
    onSend: (each) => context.stderr.status(`Checking ${redactUrl(each)}`),
  })
  const deployment = readDeployment(manifest, report.url)
  const pages = new Map<string, Answer>()
  const findings = await checkAll(
    deployment,
    { callsWebhook, base: report.url, pages },
    { requests, tenant, assets: new Map() },
  )
  const unfinished = requests.wasLimited() ? [incomplete(report.url, requests)] : []
  const plugin = { manifest, base: report.url, entryPoints: deployment.entryPoints, pages }
  const inBrowser = tools ? await checkInBrowser(plugin, { tenant, firstUrl: url }, tools, context) : []
  const all = [...findings, ...unfinished, ...withoutKnownFailures(inBrowser, findings)]
  return { ...report, findings: [...report.findings, ...withoutRepetitions(all)] }
}

function limitsFor({ timeout }: CommandContext): Limits {
  return { requests: MAX_REQUESTS, bytes: MAX_BYTES, timeout, total: timeout * TOTAL_FACTOR }
}

interface CheckAllOptions {
  readonly callsWebhook: boolean
  /** The URL of the manifest. */
  readonly base: URL
  /** Is filled with the responses for the pages that can be shown. */
  readonly pages: Map<string, Answer>
}

async function checkAll(
  { pages, thumbnail, lifecycle }: Deployment,
  { callsWebhook, base, pages: shownPages }: CheckAllOptions,
  context: CheckContext,
): Promise<Findings> {
  const findings: DeploymentFinding[] = []
  // one page after the other, because each has many files
  for (const page of pages) {
    const checked = await checkPage(page, context)
    findings.push(...checked.findings)
    if (checked.shown) shownPages.set(page.href, checked.shown)
  }
  if (thumbnail) findings.push(...(await checkThumbnail(thumbnail, context)))
  if (lifecycle)
    findings.push(...(await checkLifecycle(lifecycle, { isAllowed: callsWebhook, manifest: base }, context)))
  return findings
}

/** Without failed requests for files that have a more precise finding. */
function withoutKnownFailures(inBrowser: Findings, known: Findings): Findings {
  const urls = new Set(known.filter(({ severity }) => severity === 'error').map(({ url }) => url))
  return inBrowser.filter(({ rule, url }) => rule !== 'request-failed' || !urls.has(url))
}

function incomplete(manifest: URL, requests: Requests): DeploymentFinding {
  return createFinding(
    'limit-reached',
    manifest,
    `The check stopped after ${requests.sent()} requests, because it reached a limit for requests, bytes or time.`,
    'Correct the other findings first. If the server is slow, increase `--timeout`.',
  )
}

/** Pages share files, and two addresses can differ in their query only. */
function withoutRepetitions(findings: Findings): Findings {
  return [...new Map(findings.map((each) => [`${each.rule} ${each.url}`, each])).values()]
}
