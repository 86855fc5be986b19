import type { RuleId } from '../rules/catalogue.js'

/** `error`: the host refuses it, or it breaks. `warning`: very likely a mistake. `note`: worth knowing. */
export type Severity = 'error' | 'warning' | 'note'

/** What is wrong at one place of a manifest, and how to mend it. */
export interface Finding {
  /** Stable id; each has a page. */
  readonly rule: RuleId
  readonly severity: Severity
  /** For people: what is wrong and what to write instead. Quotes the manifest in part, and never what looks like a secret. */
  readonly message: string
  /** Where in the value: a JSON pointer, RFC 6901. */
  readonly pointer: string
  /** Where in the text: lines and columns count from 1, columns in UTF-16 code units; the end is exclusive. */
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  /** Where the page of the rule is: a path inside the published package. */
  readonly help: string
}
