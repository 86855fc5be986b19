// Extracts what a person reads from a source file: Markdown as it is; comments, docblocks, test titles and message texts of code.
// Prevents a style check that sees the documentation only.
import ts from 'typescript'

const CODE = /\.(?:[cm]?[jt]s|[jt]sx)$/
const DIRECTIVE =
  /^(?:eslint|@ts-|@vite|@vitest|@jsx|prettier-ignore|#__|[#@]\s*source|#region|#endregion|\/\s*<|cspell|v8 ignore|@license|@preserve)/
const CODE_TAGS = /^\s*@(?:example|see|type|typeParam|template|internal|fires|csspart|cssprop|slot|attr)\b/
const TITLED = /^(?:it|test|describe|check|suite|bench)$/
const NOT_PROSE =
  /[<>{}]|^\s*[.#@\w-]+\s*\{|=>|;\s|^[\w-]+(?: [\w-]+:)|:\/\/|^\S+$|^(?:create (?:table|index)|insert into|delete from|select) |unixepoch/
const MIN_WORD_COUNT = 3

/**
 * The prose of a file as one Markdown text, and the line of the source for each of its lines. Each piece is a paragraph of its own.
 *
 * @returns {{ text: string, lines: number[] }}
 */
export function proseOf(file, source) {
  if (file.endsWith('.md')) return { text: source, lines: source.split('\n').map((_, index) => index + 1) }
  const pieces = file.endsWith('.vue')
    ? scriptsOfVue(source).flatMap(piecesOfCode)
    : CODE.test(file)
      ? piecesOfCode({ text: source, line: 1, file })
      : []
  return joined(pieces)
}

export function isGenerated(source) {
  return /^(?:\/\/|<!--|\/\*).{0,20}\bGenerated (?:from|by)\b/.test(source)
}

function joined(pieces) {
  const text = []
  const lines = []
  for (const piece of pieces.toSorted((a, b) => a.line - b.line)) {
    for (const [index, line] of piece.text.split('\n').entries()) {
      text.push(line.trim())
      lines.push(piece.line + index)
    }
    text.push('')
    lines.push(piece.line)
  }
  return { text: text.join('\n'), lines }
}

function scriptsOfVue(source) {
  return [...source.matchAll(/<script[^>]*>\n(.*?)<\/script>/gs)].map((match) => {
    const start = match.index + match[0].indexOf('\n') + 1
    return { text: match[1], line: source.slice(0, start).split('\n').length, file: 'script.ts' }
  })
}

function piecesOfCode({ text, line: firstLine, file }) {
  const kind = /\.[jt]sx$/.test(file)
    ? ts.ScriptKind.TSX
    : /\.[cm]?js$/.test(file)
      ? ts.ScriptKind.JS
      : ts.ScriptKind.TS
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind)
  const lineOf = (position) => source.getLineAndCharacterOfPosition(position).line + firstLine
  const comments = new Map()
  const pieces = []
  const visit = (node) => {
    const isText = ts.isJsxText(node)
    if (node.getChildCount(source) === 0 && !isText) {
      const ranges = [
        ...(ts.getLeadingCommentRanges(text, node.pos) ?? []),
        ...(ts.getTrailingCommentRanges(text, node.end) ?? []),
      ]
      for (const range of ranges) comments.set(range.pos, range)
    }
    const message = messageOf(node, source)
    if (message !== undefined) pieces.push({ line: lineOf(node.getStart(source)), text: message })
    // documentation is read as a comment
    for (const child of node.getChildren(source)) if (!ts.isJSDoc(child)) visit(child)
  }
  visit(source)
  return [...pieces, ...piecesOfComments([...comments.values()], text, lineOf)]
}

/** Line comments in lines that follow each other are one piece. */
function piecesOfComments(ranges, text, lineOf) {
  const pieces = []
  let last
  for (const { pos, end, kind } of ranges.toSorted((a, b) => a.pos - b.pos)) {
    const line = lineOf(pos)
    const raw = text.slice(pos, end)
    if (kind === ts.SyntaxKind.MultiLineCommentTrivia) {
      last = undefined
      if (!DIRECTIVE.test(raw.replace(/^\/\*+\s*/, ''))) pieces.push({ line, text: textOfBlock(raw) })
      continue
    }
    // an indented line is code
    const content = raw.startsWith('//   ') ? '' : raw.slice(2).trim()
    if (DIRECTIVE.test(content)) continue
    const isAlone = /^\s*$/.test(text.slice(text.lastIndexOf('\n', pos - 1) + 1, pos))
    if (isAlone && last && last.line + last.text.split('\n').length === line) last.text += `\n${content}`
    else {
      const piece = { line, text: content }
      pieces.push(piece)
      last = isAlone ? piece : undefined
    }
  }
  return pieces
}

function textOfBlock(raw) {
  let isCode = false
  const lines = raw
    .replace(/^\/\*+/, '')
    .replace(/\*+\/$/, '')
    .split('\n')
    .map((line) => {
      const content = line.replace(/^\s*\*? ?/, '')
      if (/^\s*@\w/.test(content)) isCode = CODE_TAGS.test(content)
      if (isCode) return ''
      return content
        .replace(/\{@link(?:code|plain)? +([^}|\s]+)[^}]*\}/g, '`$1`')
        .replace(/^\s*@(?:param|property)\s+(?:\{[^}]*\}\s*)?\[?[\w.$]+[^\s]*\s*(?:-\s*)?/, '')
        .replace(/^\s*@\w+\s*(?:\{[^}]*\}\s*)?/, '')
    })
  // a tag begins a paragraph, and a line that is empty now ends one
  return lines.join('\n')
}

function messageOf(node, source) {
  if (ts.isJsxText(node)) return isProse(node.text) ? node.text.replace(/^\s+/, '') : undefined
  if (!ts.isStringLiteral(node) && !ts.isNoSubstitutionTemplateLiteral(node) && !ts.isTemplateExpression(node)) return
  const { parent } = node
  if (ts.isTaggedTemplateExpression(parent) || ts.isImportDeclaration(parent) || ts.isLiteralTypeNode(parent)) return
  if (ts.isExportDeclaration(parent) || ts.isJsxAttribute(parent) || ts.isElementAccessExpression(parent)) return
  const text = ts.isTemplateExpression(node)
    ? node.head.text + node.templateSpans.map(({ literal }) => `\`x\`${literal.text}`).join('')
    : node.text
  if (isTitle(node, source)) return text
  return isProse(text) ? text : undefined
}

function isTitle(node, source) {
  const call = node.parent
  if (!ts.isCallExpression(call) || call.arguments[0] !== node) return false
  return TITLED.test(/^[\w$]+/.exec(call.expression.getText(source))?.[0] ?? '')
}

function isProse(text) {
  return (
    !NOT_PROSE.test(text) && (text.match(/\p{L}{2,}/gu)?.length ?? 0) >= MIN_WORD_COUNT && /\p{L} \p{L}/u.test(text)
  )
}
