// Writes llms.txt, a list of all pages for language models, and llms-full.txt, the text of the guides and of the pages of packages.
const INTRODUCTION = `# Haiilo Plugin Kit

> Build plug-ins for Haiilo Home in React, Vue, Angular or plain TypeScript. The kit verifies user, tenant and configuration, and contains a
> simulated Haiilo Home for development and tests.
`

const IN_FULL = ['Start', 'Guides', 'Packages', 'Components', 'Errors', 'Errors of the back end']

/** Addresses are relative to the file, because the site can be below any path. */
export function writeLlms({ sections, pages, write }) {
  const lists = sections.map(({ title, pages: own }) => `## ${title}\n\n${own.map(itemOf).join('\n')}\n`)
  write(
    'llms.txt',
    [INTRODUCTION, 'The text of the guides and packages is in [llms-full.txt](llms-full.txt).\n', ...lists].join('\n'),
  )
  const texts = pages
    .filter(({ section }) => IN_FULL.includes(section))
    .map(({ address, markdown }) => `<!-- ${address} -->\n\n${markdown.trim()}\n`)
  write('llms-full.txt', texts.join('\n'))
}

function itemOf({ label, address, summary }) {
  return `- [${label}](${address})${summary ? `: ${summary}` : ''}`
}
