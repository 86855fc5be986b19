import type { Finding } from '@haiilo-kit/manifest'
import type { CheckedReport } from '../validate/report.js'

/** The text of a source, if parts of it may be shown. */
export function textToShow({ source, content, findings }: CheckedReport): string | undefined {
  // what lies at an address and is no JSON is nobody's manifest, but perhaps somebody's page
  if (source.kind === 'address' && hasRule(findings, 'not-json')) return undefined
  if (hasRule(findings, 'too-large')) return undefined
  if (typeof content === 'string') return content
  return content instanceof Uint8Array ? decode(content) : undefined
}

function hasRule(findings: readonly Finding[], rule: Finding['rule']): boolean {
  return findings.some((finding) => finding.rule === rule)
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
