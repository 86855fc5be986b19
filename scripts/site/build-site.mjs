// Builds the documentation site.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { buildIfChanged } from '../lib/build-if-changed.mjs'
import { readJson, root, run } from '../lib/commands.mjs'
import { writeApi } from './api.mjs'
import { componentPages } from './component-pages.mjs'
import { createAddressBook, documents, documentsIn } from './documents.mjs'
import { htmlOf } from './layout.mjs'
import { writeLlms } from './llms.mjs'
import { renderMarkdown } from './render-markdown.mjs'
import { SEARCH_PAGE, writeSearchIndex } from './search.mjs'
import { indexPage, sectionsOf } from './sections.mjs'

/** The folder of the site. */
export const site = join(root, 'dist/site')

/**
 * Builds the site, unless it is that of the current sources.
 *
 * @param options `log` gets a line for each step. `always`: builds in any case.
 * @returns Whether it has built.
 */
export function buildSite({ log, always }) {
  return buildIfChanged({ name: 'site', sources: SOURCES, output: site, build: () => build(log), always })
}

async function build(log) {
  rmSync(site, { recursive: true, force: true })
  mkdirSync(site, { recursive: true })
  log('Building Storybook and the API reference …')
  const [api] = await Promise.all([apiPages(), buildStorybook()])
  log('Building the pages …')
  const { pages, sections, images } = renderAll([...documents(), ...componentPages(storyAddress()), ...api])
  for (const page of [...pages, SEARCH_PAGE]) write(page.address, htmlOf(page, sections))
  for (const [address, file] of images) copy(join(root, file), address)
  copy(join(import.meta.dirname, 'assets'), 'assets')
  writeLlms({ sections, pages, write })
  log('Building the search …')
  await writeSearchIndex({ pages, sections, folder: site })
  log(`${pages.length} pages are in ${relative(root, site)}.`)
}

/** Everything that the site is made of. */
const SOURCES = [
  '*.md',
  'docs/**/*',
  '{packages,examples,stories}/**/*',
  'stories/.storybook/**/*',
  'scripts/{lib,site}/**/*',
]

/** The pages of the API reference: entry points, and the names in them. */
async function apiPages() {
  const folder = mkdtempSync(join(tmpdir(), 'haiilo-kit-docs-'))
  try {
    const entries = await writeApi(folder)
    const modules = entries.map(({ name }) => `api/${name.replace('@haiilo-kit/', '')}/index.html`)
    const pages = documentsIn(folder, 'api').map((page) => withGroup(page, modules))
    // in the order of the packages
    return pages.toSorted((a, b) => modules.indexOf(a.group ?? a.address) - modules.indexOf(b.group ?? b.address))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The group of a name is its entry point. */
function withGroup(page, modules) {
  if (modules.includes(page.address)) return page
  const group = modules
    .filter((address) => page.address.startsWith(dirname(address) + '/'))
    .toSorted((a, b) => b.length - a.length)[0]
  return { ...page, group }
}

async function buildStorybook() {
  const env = {
    ...process.env,
    PATH: [join(root, 'stories/node_modules/.bin'), process.env['PATH']].join(process.platform === 'win32' ? ';' : ':'),
    STORYBOOK_DISABLE_TELEMETRY: '1',
  }
  await run('storybook', ['build', '--quiet', '--output-dir', join(site, 'storybook')], {
    cwd: join(root, 'stories'),
    env,
  })
}

/** Finds the address of a story, or of its page if there is one, by the start of its id. */
function storyAddress() {
  const { entries } = readJson(join(site, 'storybook/index.json'))
  return (start) => {
    const own = Object.values(entries).filter(({ id }) => id.startsWith(`${start}--`))
    const entry = own.find(({ type }) => type === 'docs') ?? own[0]
    return entry && `storybook/index.html?path=/${entry.type}/${entry.id}`
  }
}

/** Renders all pages, and an index page for each section without one. */
function renderAll(documents) {
  const book = createAddressBook(documents)
  const render = (document) => {
    const links = []
    const addressOf = book.addressFrom(document, (address) => links.push(address))
    const page = { ...document, ...renderMarkdown(document.markdown, { addressOf }) }
    return { ...page, links, label: labelOf(page) }
  }
  const pages = documents.map(render)
  const found = sectionsOf(pages)
  const addresses = new Set(pages.map(({ address }) => address))
  const indexes = found.filter(({ address }) => !addresses.has(address)).map((section) => render(indexPage(section)))
  const sections = found.map(inOrder)
  for (const section of sections) for (const page of section.pages) page.section = section.title
  for (const index of indexes) index.section = found.find(({ address }) => address === index.address).title
  return { pages: [...pages, ...indexes], sections, images: book.images }
}

/** A section with its pages in the order of its index page. The API reference is in the order of the packages. */
function inOrder(section) {
  if (section.title === 'API reference') return section
  const links = section.pages.find(({ address }) => address === section.address)?.links ?? []
  const rank = ({ address }) => (links.includes(address) ? links.indexOf(address) : links.length)
  const pages = section.pages.toSorted((a, b) => rank(a) - rank(b) || a.label.localeCompare(b.label, 'en'))
  return { ...section, pages }
}

/** The title in lists: without the kind of a name, or the number in front. */
function labelOf({ title, address }) {
  if (address === 'index.html') return 'Start'
  return address.startsWith('api/') ? title.replace(/^[A-Z][\w ]*: /, '') : title
}

function write(address, text) {
  const file = join(site, address)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

function copy(from, address) {
  const to = join(site, address)
  mkdirSync(dirname(to), { recursive: true })
  cpSync(from, to, { recursive: true })
}
