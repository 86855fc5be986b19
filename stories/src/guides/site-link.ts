/** Pages of this Storybook, by the Markdown files of the repository that they show. `$1` is the name of the file. */
const PAGES: readonly (readonly [file: RegExp, page: string])[] = [
  [/^stories\/src\/components\/notes\/([\w-]+)\.md$/, 'components-$1--docs'],
  [/^docs\/guides\/README\.md$/, 'welcome--docs'],
  [/^docs\/guides\/([\w-]+)\.md$/, 'guides-$1--docs'],
  [/^docs\/(testing|migration|back-end|security|accessibility|glossary)\.md$/, 'guides-$1--docs'],
  [/^docs\/browsers\.md$/, 'guides-supported-browsers--docs'],
  [/^docs\/errors\/README\.md$/, 'guides-error-codes--docs'],
  [/^packages\/sandbox\/README\.md$/, 'guides-sandbox--docs'],
]

/** Pages of the documentation site around this Storybook, which has all documents. */
const DOCUMENTS: readonly (readonly [file: RegExp, address: string])[] = [
  [/^docs\/([\w-]+\/[\w-]+)\.md$/, '$1.html'],
  [/^docs\/([\w-]+)\.md$/, 'guides/$1.html'],
  [/^(packages\/[\w-]+\/[\w/-]+)\.md$/, '$1.html'],
]

/**
 * Rewrites a link of a Markdown file for this Storybook.
 *
 * @param href The link, as it is in the file.
 * @param from The path of the file in the repository.
 * @param isInSite Whether this Storybook is a part of the documentation site, in its folder `storybook`.
 * @returns The address; `undefined` for a file without a page.
 */
export function siteLink(href: string, from: string, isInSite: boolean): string | undefined {
  if (/^(?:#|[a-z][\w+.-]*:)/i.test(href)) return href
  const { path, hash } = repositoryPath(href, from)
  const page = replaced(path, PAGES)
  if (page !== undefined) return `?path=/docs/${page}${hash}`
  const address = replaced(path, DOCUMENTS)
  if (!isInSite || address === undefined) return undefined
  return `../${address.replace(/README\.html$/, 'index.html')}${hash}`
}

/** The path in the repository that a relative link leads to, and its anchor. */
export function repositoryPath(href: string, from: string): { readonly path: string; readonly hash: string } {
  const { pathname, hash } = new URL(href, `file:///${from}`)
  return { path: decodeURIComponent(pathname.slice(1)), hash }
}

function replaced(path: string, table: readonly (readonly [file: RegExp, text: string])[]): string | undefined {
  const [file, text] = table.find(([pattern]) => pattern.test(path)) ?? []
  return file && text && path.replace(file, text)
}
