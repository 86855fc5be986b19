import type { PluginState } from '@haiilo-kit/sandbox'
import { isUnreadable, type Report } from '../validate/report.js'

/** Converts a report of the manifest rules for the page of the sandbox. */
export function toPluginState(report: Report): PluginState {
  if (isUnreadable(report)) {
    return { manifest: undefined, manifestUrl: undefined, findings: [], problem: report.problem }
  }
  const { content, manifest, findings, url } = report
  return {
    // the simulated host ignores invalid parts of a manifest
    manifest: manifest ?? parseManifest(content),
    manifestUrl: url?.href,
    findings: findings.map(({ rule, severity, message, pointer, line }) => ({
      rule,
      severity,
      message,
      pointer,
      line,
    })),
  }
}

function parseManifest(content: string | Uint8Array | object): object | undefined {
  if (typeof content === 'object' && !(content instanceof Uint8Array)) return content
  try {
    const value: unknown = JSON.parse(typeof content === 'string' ? content : new TextDecoder().decode(content))
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
