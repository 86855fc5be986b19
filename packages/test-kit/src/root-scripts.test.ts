import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = new URL('../../../', import.meta.url)
const OLDER = fileURLToPath(new URL('../node_modules/node-older/bin/node', import.meta.url))
const LOWEST_OF_PACKAGES = fileURLToPath(new URL('../node_modules/node-lowest/bin/node', import.meta.url))

const { engines, scripts } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
  readonly engines: { readonly node: string }
  readonly scripts: Readonly<Record<string, string>>
}
const NEEDED = engines.node.replace('>=', '')

/** Modules that tests and tools also import. They must run in older versions of Node. */
const LIBRARIES = ['scripts/lib/chromium.mjs']

/** All scripts that a person can run: those of package.json, and those that generate files. */
const scriptFiles = [
  ...Object.values(scripts).flatMap((command) =>
    [...command.matchAll(/\bnode ([\w/.-]+\.mjs)/g)].map(([, file = '']) => file),
  ),
  ...readdirSync(new URL('scripts/generate', root))
    .filter((file) => file.endsWith('.mjs'))
    .map((file) => `scripts/generate/${file}`),
].filter((file) => !LIBRARIES.includes(file) && file !== 'scripts/bootstrap.mjs')

function run(node: string, file: string): unknown {
  const { status, stdout, stderr } = spawnSync(node, [file], {
    cwd: fileURLToPath(root),
    encoding: 'utf8',
    timeout: 20_000,
  })
  return { status, stdout, stderr }
}

// the old versions are installed for Linux only
describe.runIf(existsSync(OLDER))('in a version of Node that is too old', () => {
  it('npm start and npm test report the required version', () => {
    for (const name of ['start', 'test']) expect(scripts[name]).toMatch(/^node scripts\/bootstrap\.mjs /)
    expect(run(OLDER, 'scripts/bootstrap.mjs')).toEqual({
      status: 1,
      stdout: '',
      stderr: `The kit needs Node ${NEEDED} or newer, and this is Node 10.24.1. Please update Node.\n`,
    })
  })

  it.each([...new Set(scriptFiles)])('%s reports the required version', (file) => {
    // checks the import before the script is started, because without the import the script would run
    expect(readFileSync(new URL(file, root), 'utf8').match(/^import .*$/m)?.[0]).toMatch(/\/require-node\.mjs'$/)
    expect(run(LOWEST_OF_PACKAGES, file)).toEqual({
      status: 1,
      stdout: '',
      stderr: `The kit needs Node ${NEEDED} or newer, and this is Node 22.18.0. Please update Node.\n`,
    })
  })
})
