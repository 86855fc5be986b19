// An ESLint rule: code for browsers must not use static functions or constructors that one of the oldest supported browsers does not have. The
// data comes from web-features. Guards against a TypeError in a supported browser: types and tests use the newest one.
import { newerNames } from '../lib/oldest-browsers.mjs'

const names = new Set(newerNames())

/** @type {import('eslint').Rule.RuleModule} */
export const baseline = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      newer: '{{name}} is newer than Baseline Widely Available: some of the browsers that we support lack it.',
    },
  },
  create(context) {
    function report(owner, name) {
      if (names.has(name) && isGlobal(owner, context.sourceCode))
        context.report({ node: owner.parent, messageId: 'newer', data: { name } })
    }
    return {
      'MemberExpression[computed=false] > Identifier.object'(owner) {
        report(owner, `${owner.name}.${owner.parent.property.name}`)
      },
      'NewExpression > Identifier.callee'(owner) {
        report(owner, owner.name)
      },
    }
  },
}

function isGlobal(node, sourceCode) {
  for (let scope = sourceCode.getScope(node); scope; scope = scope.upper) {
    if (scope.set.get(node.name)?.defs.length > 0) return false
  }
  return true
}
