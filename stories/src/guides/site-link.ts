/** The Markdown files of the repository that are pages of this site, with the ids of their pages. */
const PAGES: readonly (readonly [pattern: RegExp, page: string])[] = [
  [/^stories\/src\/components\/notes\/([\w-]+)\.md$/, 'components-$1--docs'],
  [/^docs\/guides\/([\w-]+)\.md$/, 'guides-$1--docs'],
  [/^docs\/(testing|migration|back-end|security|accessibility|glossary)\.md$/, 'guides-$1--docs'],
  [/^docs\/browsers\.md$/, 'guides-compatibility--docs'],
  [/^docs\/errors\/README\.md$/, 'guides-error-codes--docs'],
  [/^packages\/sandbox\/README\.md$/, 'guides-sandbox--docs'],
]

/**
 * Rewrites a link of a Markdown file for this site.
 *
 * @param href The link, as it is in the file.
 * @param from The path of the file in the repository.
 * @returns The address in the site; `undefined` for a file that is not part of the site.
 */
export function siteLink(href: string, from: string): string | undefined {
  if (/^(?:#|[a-z][\w+.-]*:)/i.test(href)) return href
  const { path, hash } = repositoryPath(href, from)
  for (const [pattern, page] of PAGES) {
    if (pattern.test(path)) return `?path=/docs/${path.replace(pattern, page)}${hash}`
  }
  return undefined
}

/** The path in the repository that a relative link leads to, and its anchor. */
export function repositoryPath(href: string, from: string): { readonly path: string; readonly hash: string } {
  const { pathname, hash } = new URL(href, `file:///${from}`)
  return { path: decodeURIComponent(pathname.slice(1)), hash }
}
