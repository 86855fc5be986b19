// Defines how scripts/generate/ui.mjs reads the sources of the components.
import fs, { readFileSync } from 'node:fs'
import typescript from 'typescript'

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

/** Removes private members and their attributes, callbacks of the browser and events without a description. */
function keepPublic({ customElementsManifest }) {
  const unions = findUnions()
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
      const names = new Set(declaration.members?.map(({ name }) => name))
      declaration.attributes = declaration.attributes
        ?.filter(({ fieldName }) => names.has(fieldName) || fieldName === 'ariaLabel')
        .map((attribute) => (attribute.type ? { ...attribute, type: withValues(attribute.type, unions) } : attribute))
    }
  }
}

/** Replaces a named type, such as `AlertTone`, with its values, so that editors can complete them. */
function withValues({ text }, unions) {
  return { text: text.replaceAll(/\b\w+\b/g, (name) => unions.get(name) ?? name) }
}

/** The types of the components that are lists of values, by their names. */
function findUnions() {
  const unions = new Map()
  for (const file of fs.globSync('src/{components,field,lib}/**/*.ts').toSorted()) {
    const source = typescript.createSourceFile(file, readFileSync(file, 'utf8'), typescript.ScriptTarget.Latest, true)
    for (const node of source.statements) {
      if (!typescript.isTypeAliasDeclaration(node) || !typescript.isUnionTypeNode(node.type)) continue
      if (node.type.types.every(typescript.isLiteralTypeNode)) unions.set(node.name.text, node.type.getText(source))
    }
  }
  return unions
}
