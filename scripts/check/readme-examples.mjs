// Compiles the examples of a README and of docblocks as a user of the package would: with the declarations of the built packages. Finds
// exports without an example. Guards against outdated documentation.
// Things that an example assumes, such as a component of the reader, are declared in types-test/readme of the package. The examples of a
// guide are complete, and import each other.
import fs, { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import ts from 'typescript'
import { readJson, root, run } from '../lib/commands.mjs'
import { publicPackages } from '../lib/public-packages.mjs'
import { checkTypes } from '../lib/typescript-7.mjs'

/** Throws with the lines of the README and of docblocks that do not compile. */
export async function compileExamples({ folder, name, manifest }, readmeFolder = folder) {
  const readme = blocksOf(readFileSync(join(readmeFolder, 'README.md'), 'utf8'))
  const isOwn = readmeFolder === folder
  const blocks = [
    ...readme.map((block) => ({ ...block, file: 'README.md' })),
    ...(isOwn ? blocksInSources(folder) : []),
  ]
  await compileBlocks(blocks, join(folder, isOwn ? '.cache/examples' : '.cache/root-readme'), {
    folder,
    name,
    manifest,
  })
}

/** The code blocks in docblocks of a package. */
function blocksInSources(folder) {
  const files = fs.globSync('src/**/*.{ts,tsx}', { cwd: folder }).filter((file) => !/\.test(-d)?\./.test(file))
  return files.toSorted().flatMap((file) =>
    blocksOf(docblocksOf(readFileSync(join(folder, file), 'utf8')))
      // outside of Angular, a compiler cannot check HTML
      .filter(({ language }) => language !== 'html' || basename(folder) === 'angular')
      .map((block) => ({ ...block, file })),
  )
}

/** The text of all docblocks, each line at its place. The other lines are empty. */
function docblocksOf(source) {
  let isInside = false
  return source
    .split('\n')
    .map((line) => {
      if (/^\s*\/\*\*/.test(line)) isInside = true
      const text = isInside ? line.replace(/^\s*(\/\*\*|\*(?!\/)) ?/, '') : ''
      if (line.includes('*/')) isInside = false
      return text
    })
    .join('\n')
}

async function compileBlocks(found, scratch, { folder, name, manifest }) {
  if (found.length === 0) return
  const exported = exportsOf({ folder, name, manifest })
  // an augmentation applies to the whole program, so its block is compiled alone
  const blocks = found.map((block) => ({ ...block, text: completed(block, exported) }))
  const together = Map.groupBy(blocks, (block) => (isAugmenting(block) ? block : compilerOf(block)))
  try {
    const problems = []
    for (const [index, program] of [...together.values()].entries()) {
      await compile(join(scratch, String(index)), program, folder).catch(({ message }) => problems.push(message))
    }
    if (problems.length > 0) throw new Error(problems.join('\n'))
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** Compiles the examples of a guide. Throws with the files that do not compile. */
export async function compileGuide(file) {
  const blocks = blocksOf(readFileSync(file, 'utf8'))
  if (blocks.length === 0) return
  const scratch = join(root, '.cache/guides', basename(file, '.md'))
  mkdirSync(scratch, { recursive: true })
  try {
    for (const block of blocks) {
      const text = block.language === 'vue' ? block.text : `${block.text}\nexport {}`
      writeFileSync(join(scratch, nameOf(block, file)), text)
    }
    const project = join(scratch, 'tsconfig.json')
    writeFileSync(project, JSON.stringify(GUIDE_PROJECT))
    await COMPILERS[compilerOfGuide(blocks)](project)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** Reads the declarations in the `dist` of a package instead of its sources. */
const AS_A_USER = { customConditions: [] }

/** The root has no binding for React and Vue among its dependencies. */
const GUIDE_PROJECT = {
  extends: '../../../packages/ui/types-test/readme/tsconfig.json',
  compilerOptions: {
    ...AS_A_USER,
    types: ['vite/client'],
    paths: {
      '@haiilo-kit/react': ['../../../packages/react/dist/index.d.ts'],
      '@haiilo-kit/vue': ['../../../packages/vue/dist/index.d.ts'],
    },
  },
  include: ['.'],
}

/** The name of an example: that of its first comment, which other examples of the guide import. */
function nameOf({ language, text, line }, file) {
  const name = /^(?:\/\/|<!--) ([\w.-]+\.(?:tsx?|vue))/.exec(text)?.[1]
  if (!name)
    throw new Error(`${basename(file)}:${line} Name the example in its first line, for example: // host.${language}`)
  return name
}

function compilerOfGuide(blocks) {
  if (blocks.some(({ language }) => language === 'vue')) return 'vue'
  return blocks.some(({ text }) => text.includes(`from '@angular/core'`)) ? 'angular' : 'typescript'
}

/** The exports of a package, without those of core, that no example of its README uses. */
export function namesWithoutExample({ folder, name, manifest }) {
  const code = blocksOf(readFileSync(join(folder, 'README.md'), 'utf8')).map(({ text }) => text)
  const shown = new Set(code.join('\n').match(/[\w$]+/g))
  return exportsOf({ folder, name, manifest })
    .filter((each) => each.isOwn && each.isValue && !shown.has(each.name))
    .map((each) => each.name)
}

/** Fenced code blocks that can be compiled, each with its first line. */
function blocksOf(readme) {
  return [...readme.matchAll(/^```(ts|tsx|vue|html)\n(.*?)^```$/gms)].map(({ 1: language, 2: text, index }) => ({
    language,
    text,
    line: readme.slice(0, index).split('\n').length + 1,
  }))
}

function isAugmenting({ text }) {
  return text.includes('declare module')
}

/** Each compiles a project. Those of Vue and Angular also check templates. */
const COMPILERS = {
  typescript: checkTypes,
  vue: (project) => run('vue-tsc', ['--pretty', 'false', '-p', project]),
  angular: (project) => run('ngc', ['--noEmit', '-p', project]).catch(withoutColors),
}

/** Angular's compiler has no option for this. */
function withoutColors({ message }) {
  throw new Error(stripVTControlCharacters(message))
}

function compilerOf({ language, text }) {
  if (language === 'vue') return 'vue'
  return text.includes(`from '@angular/core'`) ? 'angular' : 'typescript'
}

/** Adds what an example omits: imports of the package, the function around a `return`, the component around a template. */
function completed({ language, text }, exported) {
  if (language === 'vue') return text
  if (language === 'html') return inComponent(text, exported)
  const source = ts.createSourceFile('example.tsx', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const imports = importsFor(source, exported)
  const returns = source.statements.some(hasReturn)
  return returns ? `${imports}export function Example() {${text}}` : `${imports}${text}\nexport {}`
}

/** Whether there is a `return` outside of a function. */
function hasReturn(node) {
  if (ts.isFunctionLike(node)) return false
  return ts.isReturnStatement(node) || Boolean(ts.forEachChild(node, (child) => hasReturn(child) || undefined))
}

function importsFor(source, exported) {
  const declared = new Set()
  const used = new Set()
  source.forEachChild(function visit(node) {
    if (ts.isIdentifier(node)) {
      const { parent } = node
      const declares =
        ts.isImportSpecifier(parent) ||
        ((ts.isFunctionDeclaration(parent) || ts.isVariableDeclaration(parent) || ts.isBindingElement(parent)) &&
          parent.name === node) ||
        (ts.isInterfaceDeclaration(parent) && parent.name === node)
      ;(declares ? declared : used).add(node.text)
    }
    node.forEachChild(visit)
  })
  const wanted = exported.filter(({ name }) => used.has(name) && !declared.has(name))
  return wanted.map(({ name, from, isValue }) => `import ${isValue ? '' : 'type '}{ ${name} } from '${from}';`).join('')
}

function inComponent(template, exported) {
  const directives = exported.filter(
    ({ name, isOwn, isValue }) => isOwn && isValue && /^Haiilo(?!HostService|Error)[A-Z]/.test(name),
  )
  const names = directives.map(({ name }) => name).join(', ')
  return `import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core'; import { ${names} } from '${directives[0].from}'; @Component({ selector: 'example-page', imports: [${names}], schemas: [CUSTOM_ELEMENTS_SCHEMA], template: \`${template}\` })
export class ExamplePage {}`
}

/** The exports of all entry points, with their entry point, whether they are values, and whether the package declares them. */
function exportsOf({ folder, name, manifest }) {
  const program = programOfDeclarations()
  const checker = program.getTypeChecker()
  const files = entriesOf({ folder, name, manifest })
  const seen = new Set()
  return files.flatMap(({ from, file }) => {
    const module = checker.getSymbolAtLocation(program.getSourceFile(file))
    const symbols = module ? checker.getExportsOfModule(module) : []
    return symbols.flatMap((symbol) => {
      if (seen.has(symbol.name)) return []
      seen.add(symbol.name)
      const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
      const isOwn =
        target.declarations?.some((declaration) => declaration.getSourceFile().fileName.startsWith(`${folder}/`)) ??
        false
      return [{ name: symbol.name, from, isOwn, isValue: Boolean(target.flags & ts.SymbolFlags.Value) }]
    })
  })
}

/** The declarations of all packages, read once. */
const programOfDeclarations = once(() => {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.base.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const files = publicPackages().flatMap(entriesOf)
  return ts.createProgram(
    files.map(({ file }) => file),
    { ...options, ...AS_A_USER, noLib: true },
  )
})

function once(create) {
  let made
  return () => (made ??= create())
}

function entriesOf({ folder, name, manifest }) {
  return Object.entries(manifest.exports)
    .filter(([, targets]) => targets['kit-source'])
    .map(([path, { types }]) => ({ from: name + path.slice(1), file: join(folder, types) }))
}

async function compile(scratch, blocks, folder) {
  mkdirSync(scratch, { recursive: true })
  for (const { file, line, language, text } of blocks) {
    const extension = { vue: 'vue', html: 'ts', ts: 'ts', tsx: 'tsx' }[language]
    writeFileSync(join(scratch, `${file.replaceAll(/[/\\]/g, '+')}-line-${line}.${extension}`), text)
  }
  const known = join(folder, 'types-test/readme/tsconfig.json')
  const { include } = readJson(known)
  const config = {
    extends: known,
    compilerOptions: AS_A_USER,
    include: ['.', ...include.map((each) => join(known, '..', each))],
  }
  const project = join(scratch, 'tsconfig.json')
  writeFileSync(project, JSON.stringify(config))
  try {
    await COMPILERS[compilerOf(blocks[0])](project)
  } catch (error) {
    throw new Error(error.message.replaceAll(/\S*?([\w.+-]+)-line-(\d+)\.\w+/g, nameOfExample), { cause: error })
  }
}

/** The place of an example, from the name of its file. */
function nameOfExample(_, file, line) {
  return `${file.replaceAll('+', '/')}:${line} +`
}
