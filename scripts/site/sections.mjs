// The sections of the site and the order of their pages.

/** Sections in their order. A section without its own index page gets one that lists its pages. */
const SECTIONS = [
  { title: 'Start', match: /^index\.html$/, address: 'index.html' },
  { title: 'Guides', match: /^guides\//, about: 'How to build, test and run a plug-in.' },
  { title: 'Packages', match: /^packages\//, about: 'What each package contains, with examples.' },
  { title: 'Components', match: /^components\//, about: 'The custom elements of `@haiilo-kit/ui`.' },
  { title: 'API reference', match: /^api\//, about: 'Every public name of every package, by entry point.' },
  { title: 'Errors', match: /^errors\// },
  { title: 'Errors of the back end', match: /^server-errors\// },
  { title: 'Manifest rules', match: /^rules\// },
  { title: 'Checks of a deployed plug-in', match: /^checks\// },
  { title: 'Examples', match: /^examples\//, about: 'The same plug-in in each framework, and its back end.' },
  { title: 'Decisions', match: /^decisions\// },
  { title: 'Project', match: /^project\//, about: 'How to contribute, and how to report a vulnerability.' },
]

/** Puts pages into sections: `{ title, address, pages }`. */
export function sectionsOf(pages) {
  return SECTIONS.map(({ title, match, about, address }) => {
    const own = pages.filter((page) => match.test(page.address))
    return { title, about, address: address ?? `${own[0].address.split('/')[0]}/index.html`, pages: own }
  })
}

/** The index page of a section: a list of its pages. */
export function indexPage({ title, about, address, pages }) {
  const items = pages
    .filter(({ group }) => group === undefined)
    .map(({ label: name, summary, source }) => `- [${asText(name)}](/${source})${summary && `: ${asText(summary)}`}`)
  return {
    source: address.replace('.html', '.md'),
    address,
    markdown: `# ${title}\n\n${about}\n\n${items.join('\n')}\n`,
  }
}

/** Text that Markdown must not interpret. */
function asText(text) {
  return text.replaceAll(/[\\`*_[\]<>|]/g, '\\$&')
}
