import type { RuleId } from './catalogue.js'
import type { ManifestView } from './manifest-view.js'

/** Records a problem at a JSON pointer. */
export type Report = (rule: RuleId, pointer: string, message: string) => void

/** Checks a manifest against a group of rules. Each reported message names the fix. */
export type Check = (manifest: ManifestView, report: Report) => void
