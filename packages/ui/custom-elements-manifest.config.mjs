// Defines how scripts/generate/ui.mjs reads the sources of the components.
export default {
  globs: ['src/components/*/haiilo-*.ts', 'src/field/*.ts', 'src/lib/haiilo-element.ts'],
  exclude: ['src/**/*.test.ts', 'src/**/*.styles.ts'],
  outdir: '.cache',
  litelement: true,
  packagejson: false,
  plugins: [{ name: 'definitions', analyzePhase: findDefinition, packageLinkPhase: keepPublic }],
}

/** Finds the tag of an element in `define('haiilo-x', HaiiloX)`. */
function findDefinition({ ts, node, moduleDoc }) {
  if (!ts.isCallExpression(node) || node.expression.getText() !== 'define') return
  const [tag, constructor] = node.arguments
  const declaration = moduleDoc.declarations.find(({ name }) => name === constructor.getText())
  declaration.tagName = tag.text
  declaration.customElement = true
  moduleDoc.exports.push({
    kind: 'custom-element-definition',
    name: tag.text,
    declaration: { name: constructor.getText(), module: moduleDoc.path },
  })
}

/** Removes private members, callbacks of the browser and events without a description. */
function keepPublic({ customElementsManifest }) {
  // the analyzer reads files in the order of the file system, which differs between machines
  customElementsManifest.modules.sort((a, b) => (a.path < b.path ? -1 : 1))
  for (const { declarations } of customElementsManifest.modules) {
    for (const declaration of declarations) {
      declaration.events = declaration.events?.filter(({ description }) => description)
      declaration.members = declaration.members?.filter(
        ({ name, privacy, static: isStatic }) =>
          !isStatic &&
          !/private|protected/.test(privacy) &&
          !/^#|^form\w+Callback$|^(dis)?connectedCallback$|^(requestUpdate|role|ariaLabel)$/.test(name),
      )
    }
  }
}
