import type { Finding } from '../parse/finding.js'
import type { Severity } from '../rules/severity.js'
import type { Position } from '../parse/line-map.js'

/** A problem in the manifest, or in a file that it names. */
export interface Problem {
  readonly severity: Severity
  /** For people. */
  readonly message: string
  /** JSON pointer, RFC 6901. */
  readonly pointer: string
  /** The position in the text of the manifest; missing if the manifest is a module. */
  readonly position?: Position | undefined
  /** The id of the violated rule, if there is one. */
  readonly rule?: string | undefined
}

/** Converts findings to problems. Keeps positions only for a JSON file, not for generated text. */
export function toProblems(findings: readonly Finding[], isText: boolean): readonly Problem[] {
  return findings.filter(isAboutPublished).map(({ severity, message, pointer, rule, line, column }) => ({
    severity,
    message,
    pointer,
    rule,
    position: isText ? { line, column } : undefined,
  }))
}

/** The plug-in removes `$schema` from the published manifest. */
function isAboutPublished({ rule }: Finding): boolean {
  return rule !== 'schema-reference'
}
