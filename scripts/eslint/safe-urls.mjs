// An ESLint rule: in a Lit template, the value of each attribute or property that holds a URL must come from `safeHref`. Guards against a
// new component that renders a link from foreign text, because `javascript:` is a URL, too.

const URL_BINDING =
  /[\s"'](?:[.?]|)(href|xlink:href|src|srcset|srcdoc|action|formaction|formAction|poster|data|cite|ping|manifest|background)\s*=\s*["']?[^"'<>]*$/i

/** @type {import('eslint').Rule.RuleModule} */
export const safeUrls = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { unsafe: 'A URL in a template comes from safeHref(address, this), also as `{{name}}`.' },
  },
  create(context) {
    return {
      'TaggedTemplateExpression[tag.name=/^(html|svg)$/]'({ quasi }) {
        quasi.expressions.forEach((expression, index) => {
          const [, name] = URL_BINDING.exec(quasi.quasis[index].value.raw) ?? []
          if (!name || isSafe(expression, context.sourceCode)) return
          context.report({ node: expression, messageId: 'unsafe', data: { name } })
        })
      },
    }
  },
}

function isSafe(node, sourceCode) {
  if (node.type === 'Literal') return true
  if (node.type === 'CallExpression') return node.callee.name === 'safeHref'
  if (node.type === 'ConditionalExpression')
    return [node.consequent, node.alternate].every((branch) => isSafe(branch, sourceCode))
  return node.type === 'Identifier' && (node.name === 'nothing' || isSafeConstant(node, sourceCode))
}

/** A `const` of the same file whose value is safe. */
function isSafeConstant(node, sourceCode) {
  for (let scope = sourceCode.getScope(node); scope; scope = scope.upper) {
    const [definition] = scope.set.get(node.name)?.defs ?? []
    if (definition)
      return (
        definition.type === 'Variable' &&
        definition.parent.kind === 'const' &&
        definition.node.id.type === 'Identifier' &&
        !!definition.node.init &&
        isSafe(definition.node.init, sourceCode)
      )
  }
  return false
}
