import { build } from 'esbuild'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { helpPageSource, packagesWithPages } from '../../../scripts/lib/help-pages.mjs'

const packages = fileURLToPath(new URL('../..', import.meta.url))

/** What a package says about the page of one code, rule or check. */
interface Answers {
  readonly core: string
  readonly server: string
  readonly manifest: string
  readonly check: string
  readonly sarif: readonly {
    readonly id: string
    readonly helpUri?: string
    readonly help: { readonly text: string }
  }[]
}

const ENTRY = `
import { HaiiloError } from '@haiilo-kit/core'
import { BackendError } from '@haiilo-kit/server'
import { parseManifest } from '@haiilo-kit/manifest'
import { createFinding } from '${packages}cli/src/doctor/deployment-finding.ts'
import { createSarifFormat } from '${packages}cli/src/formats/sarif.ts'

let log
const context = { cwd: '/', env: {}, stdout: { json: (value) => (log = value) } }
const sarif = createSarifFormat(context, { subject: 'deployment' })
sarif.end()

export const answers = {
  core: new HaiiloError('ERR_REQUEST_TIMEOUT', 'No answer.').help,
  server: new BackendError('ERR_UNEXPECTED', 'No.').help,
  manifest: parseManifest('{').findings[0].help,
  check: createFinding('cookie-set', new URL('https://plugin.example.com'), 'Wrong.', 'Change it.').help,
  sarif: log.runs[0].tool.driver.rules,
}
`

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'help-pages-'))
  // the command reads its version from the folder above its own
  await copyFile(join(packages, 'cli/package.json'), join(folder, 'package.json'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Builds the packages for an address of the documentation, and asks them. */
async function ask(address: string | null): Promise<Answers> {
  const outfile = join(folder, `dist/${address === null ? 'package' : 'site'}.mjs`)
  const replaced: string[] = []
  await build({
    stdin: { contents: ENTRY, resolveDir: join(packages, 'cli'), loader: 'ts' },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    conditions: ['kit-source'],
    banner: {
      js: `import { createRequire } from 'node:module'; const require = createRequire('${packages}cli/package.json')`,
    },
    alias: { '@haiilo-kit/server': join(packages, 'server/src/index.ts') },
    logLevel: 'error',
    plugins: [
      {
        name: 'address',
        setup({ onLoad }) {
          onLoad({ filter: /[/\\]src[/\\]help-page\.ts$/ }, ({ path }) => {
            const [, name = ''] = /packages[/\\](\w+)[/\\]src/.exec(path) ?? []
            replaced.push(name)
            return { contents: helpPageSource(name, address), loader: 'ts' }
          })
        },
      },
    ],
  })
  expect(replaced.toSorted()).toEqual(packagesWithPages.toSorted())
  const { answers } = (await import(pathToFileURL(outfile).href)) as { readonly answers: Answers }
  return answers
}

describe('the help of errors and findings', () => {
  it('names pages inside the packages as long as the documentation has no public address', async () => {
    const { sarif, ...others } = await ask(null)
    expect(others).toEqual({
      core: '@haiilo-kit/core/docs/errors/ERR_REQUEST_TIMEOUT.md',
      server: '@haiilo-kit/server/docs/server-errors/ERR_UNEXPECTED.md',
      manifest: '@haiilo-kit/manifest/docs/rules/not-json.md',
      check: '@haiilo-kit/cli/docs/checks/cookie-set.md',
    })
    expect(sarif.filter((rule) => 'helpUri' in rule)).toEqual([])
    expect(sarif.find(({ id }) => id === 'cookie-set')?.help.text).toContain(
      '@haiilo-kit/cli/docs/checks/cookie-set.md',
    )
  })

  it('links to the documentation when it has a public address', async () => {
    const { sarif, ...others } = await ask('https://docs.example.com/kit')
    expect(others).toEqual({
      core: 'https://docs.example.com/kit/errors/ERR_REQUEST_TIMEOUT.html',
      server: 'https://docs.example.com/kit/server-errors/ERR_UNEXPECTED.html',
      manifest: 'https://docs.example.com/kit/rules/not-json.html',
      check: 'https://docs.example.com/kit/checks/cookie-set.html',
    })
    expect(sarif.length).toBeGreaterThan(50)
    for (const { id, helpUri } of sarif)
      expect(helpUri).toMatch(new RegExp(`^https://docs\\.example\\.com/kit/(rules|checks)/${id}\\.html$`))
  })

  it.each(['http://docs.example.com', 'docs.example.com', ''])('refuses the address %j', (address) => {
    expect(() => helpPageSource('core', address)).toThrow(
      'The address in docs/site.json must be an https URL, or null.',
    )
  })
})
