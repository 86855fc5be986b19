import type { RuleId } from '../rules/catalogue.js'
import type { Severity } from '../rules/severity.js'

/** A problem at one position in a manifest, with its fix. */
export interface Finding {
  /** The stable id of the rule. */
  readonly rule: RuleId
  readonly severity: Severity
  /** For people: the problem and the fix. May quote parts of the manifest, but nothing that looks like a secret. */
  readonly message: string
  /** The position in the value: a JSON pointer (RFC 6901). */
  readonly pointer: string
  /** The position in the text. Lines and columns start at 1, columns count UTF-16 code units, and the end is exclusive. */
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  /** The page of the rule: a path inside the published package, or the address of a web page. */
  readonly help: string
}
