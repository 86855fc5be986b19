// Finds the Markdown of the site, and decides at which address each document is. Everything that people read is part of the site.
import fs, { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import { root } from '../lib/commands.mjs'

/** From the path in the repository to the address in the site. The first match counts. */
const ADDRESSES = [
  [/^README\.md$/, () => 'index.html'],
  [/^docs\/guides\/(.+)\.md$/, ([, name]) => `guides/${name}.html`],
  [/^docs\/([^/]+)\.md$/, ([, name]) => `guides/${name}.html`],
  [/^docs\/([^/]+)\/(.+)\.md$/, ([, folder, name]) => `${folder}/${name}.html`],
  [/^([A-Z_]+)\.md$/, ([, name]) => `project/${name.toLowerCase().replaceAll('_', '-')}.html`],
  [/^(packages|examples)\/(.+)\.md$/, ([, folder, name]) => `${folder}/${name}.html`],
]

const FILES = [
  '{README,CONTRIBUTING,SECURITY,CODE_OF_CONDUCT}.md',
  'docs/**/*.md',
  'examples/*/README.md',
  'packages/*/{README.md,src/**/README.md}',
]

/** The Markdown files of the repository that are pages: `{ source, address, markdown }`. */
export function documents() {
  return fs
    .globSync(FILES, {
      cwd: root,
      exclude: (name) => /^(node_modules|dist|fixtures)$|^packages\/[\w-]+\/docs$/.test(String(name)),
    })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !/node_modules|^packages\/[^/]+\/docs\//.test(file))
    .toSorted()
    .map((file) => ({ source: file, address: addressOf(file), markdown: readFileSync(join(root, file), 'utf8') }))
}

function addressOf(file) {
  for (const [pattern, address] of ADDRESSES) {
    const match = pattern.exec(file)
    if (match) return address(match).replace(/README\.html$/, 'index.html')
  }
  throw new Error(`${file} has no address in the site. Add one to scripts/site/documents.mjs.`)
}

/** The pages of a folder with Markdown, such as the API reference: `{ source, address, markdown }`. The folder's name is the first part. */
export function documentsIn(folder, name) {
  return fs
    .globSync('**/*.md', { cwd: folder })
    .toSorted()
    .map((file) => file.replaceAll('\\', '/'))
    .map((file) => ({
      source: `${name}/${file}`,
      address: `${name}/${file.replace(/(^|\/)README\.md$/, '$1index.md').replace(/\.md$/, '.html')}`,
      markdown: readFileSync(join(folder, file), 'utf8'),
    }))
}

/**
 * Translates the links of a page: from a path in the repository to the address in the site, relative to the page. Collects the images that
 * the pages show.
 */
export function createAddressBook(pages) {
  const addresses = new Map(pages.map(({ source, address }) => [source, address]))
  const images = new Map()
  /** `onLink` gets the address of each page that the page links to. */
  function addressFrom(page, onLink) {
    return (url) => {
      if (url.startsWith('../storybook/')) return url
      const [path, anchor] = decodeURI(url).split('#')
      const target = posix.resolve('/', posix.dirname(page.source), path).slice(1)
      const address = addresses.get(target) ?? addresses.get(posix.join(target, 'README.md')) ?? imageOf(target)
      if (address === undefined) return undefined
      onLink(address)
      return encodeURI(between(page.address, address)) + (anchor ? `#${anchor}` : '')
    }
  }
  function imageOf(target) {
    const file = join(root, target)
    if (!/\.(png|svg|jpg|webp)$/.test(target) || !existsSync(file)) return undefined
    if (!statSync(file).isFile()) return undefined
    const address = `images/${posix.basename(target)}`
    images.set(address, relative(root, file))
    return address
  }
  return { addressFrom, images }
}

/** The relative address from one page to another. */
export function between(from, to) {
  return posix.relative(dirname(from), to) || posix.basename(to)
}
