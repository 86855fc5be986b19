import type { Rule } from 'eslint'

export const baseline: Rule.RuleModule
