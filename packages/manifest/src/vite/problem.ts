import type { Finding } from '../parse/finding.js'
import type { Severity } from '../rules/severity.js'
import type { Position } from '../parse/line-map.js'

/** What is wrong with the manifest, or with what it names. */
export interface Problem {
  readonly severity: Severity
  /** For people. */
  readonly message: string
  /** JSON pointer, RFC 6901. */
  readonly pointer: string
  /** In the text of the manifest; absent where its author wrote no JSON. */
  readonly position?: Position | undefined
  /** The id of the rule, if it is one of the manifest's own. */
  readonly rule?: string | undefined
}

/** Turns findings into problems; they keep their positions only where the author wrote the text that these are in. */
export function toProblems(findings: readonly Finding[], isText: boolean): readonly Problem[] {
  return findings.filter(isAboutPublished).map(({ severity, message, pointer, rule, line, column }) => ({
    severity,
    message,
    pointer,
    rule,
    position: isText ? { line, column } : undefined,
  }))
}

/** The plug-in itself leaves `$schema` out of what is published. */
function isAboutPublished({ rule }: Finding): boolean {
  return rule !== 'schema-reference'
}
