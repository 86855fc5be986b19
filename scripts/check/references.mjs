// Checks that references lead somewhere: links and anchors in Markdown, and paths of this repository in Markdown, comments and messages.
// Prevents a link to a file that was renamed, and a mention of a document that the repository does not contain.
import '../lib/require-node.mjs'
import GithubSlugger from 'github-slugger'
import fs, { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { root } from '../lib/commands.mjs'
import { isGenerated, proseOf } from '../lib/prose-of.mjs'
import { textFiles } from '../lib/text-files.mjs'

const PATH = /(?<![\w./@-])(?:packages|scripts|docs|examples|e2e|bench|stories|consumers)\/[\w./*{},@-]*[\w*}]/g
/** Documents and places outside of this repository. */
const OUTSIDE =
  /\bshared\/(?:protocol|design|security|toolchain|house)|\b(?:design|toolchain|protocol|house-style)\.md\b|\bthe design (?:names|says|allows|asks|requires)\b/gi
/** Written by a build or by a test, or examples of names. */
const NOT_HERE = /\/(?:dist|node_modules|\.cache)(?:\/|$)|^packages\/[\w-]+\/docs|^docs\/errors\/ERR_?$/

const parser = unified().use(remarkParse).use(remarkGfm)
const trees = new Map()
const findings = []
let count = 0

for (const file of textFiles(root)) {
  const source = readFileSync(file, 'utf8')
  if (file.endsWith('.md')) checkMarkdown(file)
  else if (!isGenerated(source)) checkProse(file, proseOf(file, source))
}
for (const finding of findings) console.log(finding)
console.log(`${count} references, ${findings.length} dead`)
process.exitCode = findings.length > 0 ? 1 : 0

function checkMarkdown(file) {
  visit(treeOf(file), (node) => {
    const { line } = node.position.start
    if (['link', 'image', 'definition'].includes(node.type)) checkLink(file, line, node.url)
    if (node.type === 'inlineCode') checkPaths(file, line, node.value)
    if (['text', 'inlineCode'].includes(node.type)) checkOutside(file, line, node.value)
  })
}

function checkProse(file, { text, lines }) {
  for (const [index, line] of text.split('\n').entries()) {
    checkPaths(file, lines[index], line)
    checkOutside(file, lines[index], line)
  }
}

function checkLink(file, line, url) {
  if (/^[a-z][\w+.-]*:/i.test(url)) return
  count++
  const [path, anchor] = decodeURI(url).split('#')
  const target = path ? resolve(dirname(file), path) : file
  if (!existsSync(target)) report(file, line, url, 'no such file')
  else if (anchor && target.endsWith('.md') && !anchorsOf(target).has(anchor))
    report(file, line, url, 'no such heading')
}

function checkPaths(file, line, text) {
  for (const [path] of text.matchAll(PATH)) {
    if (NOT_HERE.test(path)) continue
    count++
    // a decision may be named by its number
    const exists = [root, packageOf(file)].some(
      (folder) => fs.globSync([path, `${path}{-*,.*}`], { cwd: folder }).length > 0,
    )
    if (!exists) report(file, line, path, 'no such file')
  }
}

function checkOutside(file, line, text) {
  for (const [words] of text.matchAll(OUTSIDE)) report(file, line, words, 'not in this repository')
}

function packageOf(file) {
  const [kind, name] = relative(root, file).split(/[/\\]/)
  return join(root, kind, name ?? '')
}

function anchorsOf(file) {
  const slugger = new GithubSlugger()
  const anchors = new Set()
  visit(treeOf(file), (node) => {
    if (node.type === 'heading') anchors.add(slugger.slug(textOf(node)))
    for (const [, id] of node.type === 'html' ? node.value.matchAll(/\bid="([^"]+)"/g) : []) anchors.add(id)
  })
  return anchors
}

function textOf(node) {
  return node.value ?? (node.children ?? []).map(textOf).join('')
}

function treeOf(file) {
  if (!trees.has(file)) trees.set(file, parser.parse(readFileSync(file, 'utf8')))
  return trees.get(file)
}

function report(file, line, what, why) {
  findings.push(`${relative(root, file)}:${line} ${what}: ${why}`)
}
