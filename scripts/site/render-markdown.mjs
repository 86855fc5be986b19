// Turns Markdown into the HTML of a page: headings with anchors, coloured code, links to other pages of the site.
import rehypeHighlight from 'rehype-highlight'
import rehypeSlug from 'rehype-slug'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { SKIP, visit } from 'unist-util-visit'

/** Languages of examples, under the name of one that can be coloured. */
const ALIASES = { xml: ['vue', 'html', 'svg'], typescript: ['ts', 'tsx', 'mts'], javascript: ['jsx', 'mjs'] }

/** Names of files and placeholders that look like languages. */
const PLAIN_TEXT = ['text', 'txt', 'console', 'env', 'apache']

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  // the Markdown is our own, and has anchors in HTML
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeSlug)
  .use(rehypeHighlight, { aliases: ALIASES, plainText: PLAIN_TEXT })
  .use(moveAddresses)
  .use(wrapTables)
  .use(rehypeStringify, { allowDangerousHtml: true })

/**
 * Renders Markdown.
 *
 * @param {string} markdown
 * @param {{ addressOf: (url: string) => string | undefined }} options `addressOf` translates the address of a link or an image. If the
 *   target is not part of the site, it returns `undefined`, and the link becomes text.
 * @returns {{ title: string, html: string, summary: string, headings: { depth: number, id: string, text: string }[] }}
 */
export function renderMarkdown(markdown, { addressOf }) {
  const tree = processor.runSync(processor.parse(markdown), { data: { addressOf } })
  const headings = []
  let summary = ''
  visit(tree, 'element', (node) => {
    if (/^h[1-6]$/.test(node.tagName))
      headings.push({ depth: Number(node.tagName[1]), id: node.properties.id, text: textOf(node) })
    if (!summary && node.tagName === 'p') summary = firstSentence(textOf(node))
  })
  const title = headings.find(({ depth }) => depth === 1)?.text
  if (title === undefined)
    throw new Error(`A page needs a heading of level 1. This one has none:\n${markdown.slice(0, 300)}`)
  return { title, summary, headings, html: processor.stringify(tree) }
}

function moveAddresses() {
  return (tree, { data: { addressOf } }) => {
    visit(tree, 'element', (node, index, parent) => {
      const name = { a: 'href', img: 'src' }[node.tagName]
      const url = name && node.properties[name]
      if (!url || /^([a-z][\w+.-]*:|#)/i.test(url)) return
      const address = addressOf(url)
      if (address === undefined) {
        parent.children.splice(index, 1, ...node.children)
        return [SKIP, index]
      }
      node.properties[name] = address
      if (node.tagName === 'img') node.properties.loading = 'lazy'
    })
  }
}

/** A wide table and a long line of code scroll in their own box, which the keyboard can reach. */
function wrapTables() {
  return (tree) => {
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName === 'pre') node.properties.tabIndex = 0
      if (node.tagName !== 'table') return
      const properties = { className: ['table'], tabIndex: 0, role: 'group', ariaLabel: 'Table' }
      parent.children[index] = { type: 'element', tagName: 'div', properties, children: [node] }
      return SKIP
    })
  }
}

function firstSentence(text) {
  const line = text.replaceAll(/\s+/g, ' ')
  return /^.*?[.!?](?=\s|$)/.exec(line)?.[0] ?? line
}

function textOf(node) {
  return node.value !== undefined && node.type === 'text' ? node.value : (node.children ?? []).map(textOf).join('')
}
