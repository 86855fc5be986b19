import { Parser } from 'htmlparser2'

/** The parts of a page that the checks read. */
export interface PageContent {
  readonly language: string
  readonly title: string
  readonly assets: readonly PageAsset[]
  /** Addresses that the page loads over http. */
  readonly insecure: readonly URL[]
}

/** A file that the page needs before it is complete. */
export interface PageAsset {
  readonly url: URL
  readonly kind: 'module' | 'script' | 'style'
  /** The value of `crossorigin`, if the browser sends the request with CORS. A module always requires CORS. */
  readonly cors: 'anonymous' | 'use-credentials' | undefined
}

/** Browsers do not nest elements deeper. It also limits the time for pages with unclosed elements. */
const MAX_DEPTH = 512

/** Reads a page without running it. The time is proportional to the length of the text. */
export function readPage(html: string, url: URL): PageContent {
  const assets: PageAsset[] = []
  const insecure: URL[] = []
  let [base, language, title] = [url, '', '']
  let [depth, inTitle, templates, foreign] = [0, false, 0, 0]

  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1
      if (depth > MAX_DEPTH) parser.pause()
      if (name === 'template') templates += 1
      if (name === 'svg') foreign += 1
      if (name === 'title' && foreign === 0 && title === '') inTitle = true
      if (name === 'html') language ||= (attributes['lang'] ?? '').trim()
      if (name === 'base' && base === url) base = URL.parse(attributes['href'] ?? '', url) ?? url
      // the content of a template is not loaded
      if (templates === 0) readElement(name, attributes)
    },
    ontext(text) {
      if (inTitle) title += text
    },
    onclosetag(name) {
      depth -= 1
      if (name === 'title') inTitle = false
      if (name === 'template') templates -= 1
      if (name === 'svg') foreign -= 1
    },
  })
  parser.write(html)
  parser.end()
  return { language, title: title.trim(), assets, insecure }

  function readElement(name: string, attributes: Attributes): void {
    const address = attributes[name === 'link' ? 'href' : name === 'object' ? 'data' : 'src']
    if (address === undefined || !LOADING.has(name)) return
    const target = URL.parse(address.trim(), base)
    const kind = kindOf(name, attributes)
    if (!target || !/^https?:$/.test(target.protocol) || (name === 'link' && !loads(attributes))) return
    target.hash = ''
    if (target.protocol === 'http:' && url.protocol === 'https:') insecure.push(target)
    else if (kind) assets.push({ url: target, kind, cors: corsOf(kind, attributes['crossorigin']) })
  }
}

type Attributes = Readonly<Record<string, string | undefined>>

/** The elements that load something from their address. */
const LOADING = new Set(['audio', 'embed', 'iframe', 'img', 'link', 'object', 'script', 'source', 'track', 'video'])

function loads({ rel }: Attributes): boolean {
  return relations(rel).some((each) => ['stylesheet', 'modulepreload', 'preload', 'icon', 'manifest'].includes(each))
}

function kindOf(name: string, attributes: Attributes): PageAsset['kind'] | undefined {
  if (name === 'script') return scriptKind(attributes)
  if (name !== 'link') return undefined
  const names = relations(attributes['rel'])
  if (names.includes('modulepreload')) return 'module'
  return names.includes('stylesheet') && !names.includes('alternate') ? 'style' : undefined
}

/** `undefined` for a data block, such as JSON, and for a script that only browsers without modules run. */
function scriptKind({ type = '', nomodule }: Attributes): PageAsset['kind'] | undefined {
  const name = type.trim().toLowerCase()
  if (name === 'module') return 'module'
  return (name === '' || isJavaScript(name)) && nomodule === undefined ? 'script' : undefined
}

/** Whether a media type is one of the names of JavaScript. */
export function isJavaScript(type: string): boolean {
  return /^(?:text|application)\/(?:x-)?(?:java|ecma)script$/.test(type)
}

function corsOf(kind: PageAsset['kind'], crossorigin: string | undefined): PageAsset['cors'] {
  if (crossorigin?.trim().toLowerCase() === 'use-credentials') return 'use-credentials'
  return kind === 'module' || crossorigin !== undefined ? 'anonymous' : undefined
}

function relations(rel = ''): readonly string[] {
  return rel.toLowerCase().split(/\s+/)
}
