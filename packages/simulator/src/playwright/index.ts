export { auditAccessibility } from './audit-accessibility.js'
export type { AccessibilityCheck, AccessibilityProblem, AuditOptions } from './audit-accessibility.js'
