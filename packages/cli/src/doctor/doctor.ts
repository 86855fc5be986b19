import type { CommandContext, ExitCode } from '../context.js'
import { redactUrl } from '../sources/redact-url.js'
import { identifySource } from '../sources/source.js'
import { createOutput, type OutputOptions } from '../validate/output.js'
import { isUnreadable, usableManifest, type CheckedReport, type Report } from '../validate/report.js'
import { validateSource } from '../validate/validate.js'
import type { CheckContext, Findings } from './check-context.js'
import { checkLifecycle } from './check-lifecycle.js'
import { checkPage } from './check-page.js'
import { checkThumbnail } from './check-thumbnail.js'
import { createFinding, type DeploymentFinding } from './deployment-finding.js'
import { readDeployment } from './deployment.js'
import { createRequests, type Requests } from './requests.js'

export interface DoctorOptions extends OutputOptions {
  /** The URL of a tenant that shows the plug-in. */
  readonly host: URL | undefined
  /** Whether the webhook may be called. */
  readonly callsWebhook: boolean
}

/** The limits of a run, besides the timeout. */
const MAX_REQUESTS = 100
const MAX_BYTES = 50_000_000
/** How many times longer than one response the whole run may take. */
const TOTAL_FACTOR = 6

/** Validates the manifest of a deployed plug-in, checks what it names, and writes the findings. */
export async function doctor(url: URL, options: DoctorOptions, context: CommandContext): Promise<ExitCode> {
  const output = createOutput('plug-in', options, context)
  context.stderr.status(`Reading ${redactUrl(url)}`)
  const report = await validateSource(identifySource(url.href, context.cwd), undefined, context)
  const complete = isUnreadable(report) ? report : await examine(url, report, options, context)
  context.stderr.status('')
  output.add(complete)
  return output.end()
}

/** Adds the findings of the plug-in to the report of its manifest. */
async function examine(
  url: URL,
  report: CheckedReport,
  { host, callsWebhook }: DoctorOptions,
  context: CommandContext,
): Promise<Report> {
  const manifest = usableManifest(report)
  if (!manifest || !report.url) return report
  const requests = createRequests(url, limitsFor(context), {
    ...context,
    onSend: (each) => context.stderr.status(`Checking ${redactUrl(each)}`),
  })
  const findings = await checkAll(manifest, report.url, callsWebhook, { requests, host, assets: new Map() })
  const unfinished = requests.wasLimited() ? [incomplete(report.url, requests)] : []
  return { ...report, findings: [...report.findings, ...withoutRepetitions([...findings, ...unfinished])] }
}

function limitsFor({ timeout }: CommandContext): Parameters<typeof createRequests>[1] {
  return { requests: MAX_REQUESTS, bytes: MAX_BYTES, timeout, total: timeout * TOTAL_FACTOR }
}

async function checkAll(manifest: object, base: URL, callsWebhook: boolean, context: CheckContext): Promise<Findings> {
  const { pages, thumbnail, lifecycle } = readDeployment(manifest, base)
  const findings: DeploymentFinding[] = []
  // one page after the other, because each has many files
  for (const page of pages) findings.push(...(await checkPage(page, context)))
  if (thumbnail) findings.push(...(await checkThumbnail(thumbnail, context)))
  if (lifecycle)
    findings.push(...(await checkLifecycle(lifecycle, { isAllowed: callsWebhook, manifest: base }, context)))
  return findings
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
