// Builds the documentation, serves it below a path, as many web hosts do, and follows every link: pages, anchors, images, styles, scripts.
// Links to other sites are only checked for their form, because the check needs no network.
import '../lib/require-node.mjs'
import { createServer } from 'node:http'
import { LinkChecker } from 'linkinator'
import sirv from 'sirv'
import { check, conclude } from '../lib/checklist.mjs'
import { buildSite, site } from '../site/build-site.mjs'

/** The site must work below any path. */
const BASE = '/any/base/'
/** Pages of Storybook are drawn by scripts. Its stories have tests of their own. */
const NOT_FOLLOWED = ['/storybook/(?!index\\.html$)']

if (await check('the documentation builds', () => buildSite({ log: () => {} }))) {
  await check(`all links, anchors and images of the site work below ${BASE}`, followLinks)
}
conclude()

async function followLinks() {
  const files = sirv(site, { dev: false })
  const server = createServer((request, response) => {
    const notFound = () => response.writeHead(404).end()
    if (!request.url.startsWith(BASE)) return notFound()
    request.url = request.url.slice(BASE.length - 1)
    files(request, response, notFound)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { origin } = new URL(`http://127.0.0.1:${server.address().port}`)
  try {
    const problems = []
    const checker = new LinkChecker()
    checker.on('link', (link) => {
      if (link.state === 'BROKEN')
        problems.push(`${link.parent?.replace(origin, '')}: ${link.url.replace(origin, '')} (${link.status})`)
    })
    const { links } = await checker.check({
      path: `${origin}${BASE}`,
      recurse: true,
      checkFragments: true,
      concurrency: 20,
      linksToSkip: async (url) =>
        !url.startsWith(origin) || NOT_FOLLOWED.some((pattern) => new RegExp(pattern).test(url)),
    })
    // descriptions of pages are among the links
    const foreign = links.map(({ url }) => url).filter((url) => !url.startsWith(origin) && !/\s/.test(url))
    for (const url of foreign) if (!isWellFormed(url)) problems.push(`${url}: not a usable address`)
    if (problems.length > 0) throw new Error([...new Set(problems)].join('\n'))
    console.log(`${links.length} links`)
  } finally {
    server.close()
  }
}

function isWellFormed(url) {
  return URL.canParse(url) && /^(https:|mailto:|http:\/\/([\w.]+\.)?(localhost|127\.0\.0\.1)\b)/.test(url)
}
