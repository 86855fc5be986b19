import type { Finding } from '@haiilo-kit/manifest'
import type { PluginState } from '@haiilo-kit/sandbox'
import { isUnreadable, usableManifest, type Report } from '../validate/report.js'

/** Converts a report of the manifest rules for the page of the sandbox. */
export function toPluginState(report: Report<Finding>): PluginState {
  if (isUnreadable(report)) {
    return { manifest: undefined, manifestUrl: undefined, findings: [], problem: report.problem }
  }
  return {
    // the simulated host ignores invalid parts of a manifest
    manifest: usableManifest(report),
    manifestUrl: report.url?.href,
    findings: report.findings.map(({ rule, severity, message, pointer, line }) => ({
      rule,
      severity,
      message,
      pointer,
      line,
    })),
  }
}
