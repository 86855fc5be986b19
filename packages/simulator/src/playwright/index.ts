export { auditAccessibility, type AuditOptions } from './audit-accessibility.js'
export type { AccessibilityCheck, AccessibilityProblem } from './problem.js'
