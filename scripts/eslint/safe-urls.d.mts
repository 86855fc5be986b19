import type { Rule } from 'eslint'

export const safeUrls: Rule.RuleModule
