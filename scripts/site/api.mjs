// Writes the API reference as Markdown, one page for each public name, from the docblocks of all entry points of the published packages. Fails
// if a public name has no docblock, or if a docblock links to nothing.
import fs, { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Application, OptionDefaults } from 'typedoc'
import { root } from '../lib/commands.mjs'
import { publicPackages } from '../lib/public-packages.mjs'

const SCOPE = '@haiilo-kit'

/** A name that several packages export is described in the first of them. The others link to it. */
const ORDER = ['core', 'manifest', 'simulator', 'sandbox', 'ui', 'server', 'react', 'vue', 'angular', 'storybook-addon']

/** Tags of custom elements. */
const ELEMENT_TAGS = ['@slot', '@csspart', '@cssproperty', '@fires']

/** Writes the pages of all entry points into a folder, without the scope of the packages. Returns the entry points, in their order. */
export async function writeApi(folder) {
  const entries = entryPoints()
  const scratch = mkdtempSync(join(tmpdir(), 'haiilo-kit-api-'))
  try {
    const app = await Application.bootstrapWithPlugins({
      ...OPTIONS,
      entryPoints: entries.map(({ file }) => file),
      outputs: [{ name: 'markdown', path: scratch }],
    })
    const project = await app.convert()
    if (!project) throw new Error('typedoc could not read the sources. Its messages are above.')
    for (const [index, module] of project.children.entries()) module.name = entries[index].name
    app.validate(project)
    await app.generateOutputs(project)
    const { errorCount, warningCount } = app.logger
    if (errorCount + warningCount > 0)
      throw new Error(`typedoc reports ${errorCount} errors and ${warningCount} warnings. They are above.`)
    joinThrows(scratch)
    cpSync(join(scratch, SCOPE), folder, { recursive: true })
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
  return entries
}

/** The entry points, with the names that users import. */
function entryPoints() {
  return publicPackages()
    .toSorted((a, b) => ORDER.indexOf(shortName(a)) - ORDER.indexOf(shortName(b)))
    .flatMap(({ folder, name, manifest }) =>
      Object.entries(manifest.exports)
        .filter(([, targets]) => targets['kit-source'])
        .map(([path, targets]) => ({ name: name + path.slice(1), file: join(folder, targets['kit-source']) })),
    )
}

/** Each `@throws` has a heading of its own. Puts those of a function below one heading. */
function joinThrows(folder) {
  for (const file of fs.globSync('**/*.md', { cwd: folder }).map((name) => join(folder, name))) {
    const lines = readFileSync(file, 'utf8').split('\n')
    let last = ''
    const kept = lines.filter((line) => {
      const isRepeated = /^#+ Throws$/.test(line) && line === last
      if (line.startsWith('#')) last = line
      return !isRepeated
    })
    writeFileSync(file, kept.join('\n'))
  }
}

function shortName({ name }) {
  return name.replace(`${SCOPE}/`, '')
}

const OPTIONS = {
  tsconfig: join(root, 'tsconfig.json'),
  // `pnpm types` has checked them
  skipErrorChecking: true,
  logLevel: 'Warn',
  readme: 'none',
  disableSources: true,
  excludePrivate: true,
  excludeProtected: true,
  excludeInternal: true,
  excludeExternals: true,
  sortEntryPoints: false,
  blockTags: [...OptionDefaults.blockTags, ...ELEMENT_TAGS],
  requiredToBeDocumented: ['Function', 'Class', 'Interface', 'TypeAlias', 'Variable', 'Enum'],
  validation: { notDocumented: true, invalidLink: true, invalidPath: true, rewrittenLink: true, notExported: false },
  plugin: ['typedoc-plugin-markdown'],
  router: 'member',
  hidePageHeader: true,
  hideBreadcrumbs: true,
  useCodeBlocks: true,
  parametersFormat: 'table',
  typeDeclarationFormat: 'table',
}
