// One full-text search over all pages, and over the pages of Storybook. It runs in the browser and loads only the parts of the index that a
// search needs.
import { join } from 'node:path'
import * as pagefind from 'pagefind'
import { htmlOf } from './layout.mjs'

/** The page for visitors without the dialog, and for the link in Storybook. */
export const SEARCH_PAGE = {
  address: 'search.html',
  title: 'Search',
  summary: 'Search the guides, the components, the API reference, and the pages of errors, rules and checks.',
  headings: [],
  html: `<h1>Search</h1>
<noscript><p>The search needs JavaScript. All pages are also in the navigation.</p></noscript>
<pagefind-input></pagefind-input>
<pagefind-summary></pagefind-summary>
<pagefind-results></pagefind-results>`,
}

/** Writes the index and the elements of the search. */
export async function writeSearchIndex({ pages, sections, folder }) {
  const { index } = await succeeded(pagefind.createIndex({}))
  for (const page of pages) await succeeded(index.addHTMLFile({ url: page.address, content: htmlOf(page, sections) }))
  await succeeded(index.writeFiles({ outputPath: join(folder, 'pagefind') }))
  await pagefind.close()
}

async function succeeded(answer) {
  const { errors, ...rest } = await answer
  if (errors.length > 0) throw new Error(errors.join('\n'))
  return rest
}
