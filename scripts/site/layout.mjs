// The HTML around the content of a page. A page is readable without scripts, and all addresses are relative, so that the site works on every
// web host and below every path.
import { posix } from 'node:path'
import { between } from './documents.mjs'

/**
 * Writes the HTML of a page.
 *
 * @param page A rendered page with its section and, for a name of the API reference, the address of its entry point as `group`.
 * @param sections All sections with their pages.
 */
export function htmlOf(page, sections) {
  const base = posix.relative(posix.dirname(page.address), '.') || '.'
  const title = page.address === 'index.html' ? page.title : `${page.title} · Haiilo Plugin Kit`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<meta name="description" content="${escape(page.summary.slice(0, 200))}">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${base}/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${base}/assets/site.css">
<script type="module" src="${base}/assets/site.js"></script>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header>
<button class="menu" type="button" popovertarget="menu">Menu</button>
<a class="brand" href="${base}/index.html">Haiilo Plugin Kit</a>
<a class="search" href="${base}/search.html" aria-keyshortcuts="Control+K /">Search<kbd>Ctrl K</kbd></a>
<a class="storybook" href="${base}/storybook/index.html">Storybook</a>
</header>
<div class="columns">
<nav id="menu" popover aria-label="Documentation">
<ul>
${navigation(page, sections).map(sectionOf).join('\n')}
<li><a href="${base}/storybook/index.html">Storybook</a></li>
</ul>
</nav>
<main id="content" data-pagefind-body${page.section ? ` data-pagefind-filter="section:${escape(page.section)}" data-pagefind-weight="${weight(page)}"` : ''} tabindex="-1">
${page.html}
</main>
${tableOfContents(page)}
</div>
<footer>
<p>An independent project under the MIT licence. Haiilo GmbH neither makes nor endorses it.</p>
</footer>
</body>
</html>
`
}

/** The links of the navigation, relative to a page. Only the section of the page lists its pages, and only the page's entry point its names. */
function navigation(page, sections) {
  return sections.map((section) => ({
    title: section.title,
    href: between(page.address, section.address),
    current: section.address === page.address,
    pages: section.pages
      .filter((each) => section.title === page.section && each.address !== section.address)
      .filter(({ group }) => group === undefined || group === (page.group ?? page.address))
      .map((each) => ({
        title: each.label,
        href: between(page.address, each.address),
        current: each.address === page.address,
        isMember: each.group !== undefined,
      })),
  }))
}

function sectionOf({ title, href, current, pages }) {
  const list = pages.length > 0 ? `<ul>${pages.map(entryOf).join('')}</ul>` : ''
  return `<li>${link({ title, href, current })}${list}</li>`
}

function entryOf(page) {
  return `<li${page.isMember ? ' class="member"' : ''}>${link(page)}</li>`
}

function link({ title, href, current }) {
  return `<a href="${escape(href)}"${current ? ' aria-current="page"' : ''}>${escape(title)}</a>`
}

/** How high a page is among the results of a search. Decisions explain the kit to its developers; users search for the other pages. */
function weight({ section }) {
  return { Components: 5, Guides: 1.5, Decisions: 0.3, Project: 0.3 }[section] ?? 1
}

function tableOfContents({ headings }) {
  const listed = headings.filter(({ depth }) => depth === 2 || depth === 3)
  if (listed.length < 3) return ''
  const items = listed.map(
    ({ depth, id, text }) =>
      `<li${depth === 3 ? ' class="member"' : ''}><a href="#${escape(id)}">${escape(text)}</a></li>`,
  )
  return `<nav class="toc" aria-label="On this page"><h2>On this page</h2><ul>${items.join('')}</ul></nav>`
}

export function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
