// A rule of ESLint: what runs in browsers calls no static function or constructor that is newer than Baseline Widely Available on the date below, by the
// data of web-features. Guards against a raw TypeError in a browser that we support: types and tests only know the newest one.
import { features } from 'web-features'

/** Widely available: in all core browsers for 30 months on 2026-11-29. The READMEs name the same date and versions. */
const NEWEST = '2024-05-29'

/** Widely available since September 2026. The kit avoids it, because many devices still run a browser from before. */
const AVOIDED = ['Promise.withResolvers']

const names = new Set([...AVOIDED, ...Object.values(features).flatMap(namesOf)])

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

function namesOf({ kind, compat_features: keys = [], status }) {
  if (kind !== 'feature') return []
  return keys.filter((key) => !isWidely(status.by_compat_key?.[key] ?? status)).flatMap(nameOf)
}

function isWidely({ baseline, baseline_low_date: since = '' }) {
  return baseline !== false && since.replace(/^≤/, '') <= NEWEST
}

/** `api.URL.parse_static` and `javascript.builtins.Promise.withResolvers` are called by name, and so are classes. */
function nameOf(key) {
  const [, owner, name = ''] = /^(?:api|javascript\.builtins)\.([A-Z]\w*)(?:\.(\w+))?$/.exec(key) ?? []
  if (!owner) return []
  return name ? [`${owner}.${name.replace(/_static$/, '')}`] : [owner]
}
