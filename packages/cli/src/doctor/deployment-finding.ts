import type { Severity } from '@haiilo-kit/manifest'
import { checkPage } from '../help-page.js'
import { redactUrl } from '../sources/redact-url.js'
import { deploymentChecks, type CheckId } from './catalogue.js'

/** A problem of a deployed plug-in, with its fix. */
export interface DeploymentFinding {
  /** The stable id of the check. */
  readonly rule: CheckId
  readonly severity: Severity
  /** For people: what is wrong. May quote short parts of headers and pages. */
  readonly message: string
  /** For people: what to change. */
  readonly fix: string
  /** The URL with the problem, without user name, password, query and fragment. */
  readonly url: string
  /** The page of the check: a path inside the published package, or the address of a web page. */
  readonly help: string
}

/** Creates a finding. */
export function createFinding(rule: CheckId, url: URL, message: string, fix: string): DeploymentFinding {
  const { severity } = deploymentChecks[rule]
  return { rule, severity, message, fix, url: redactUrl(url), help: checkPage(rule) }
}
