import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { deploymentChecks, type CheckId, type DeploymentCheck } from '../src/doctor/catalogue.js'
import type { JsonOutput } from '../src/formats/json.js'
import { fetchFromAddresses } from '../src/sources/fetch-from-addresses.js'
import { PAGE_HEADERS, SCRIPT_HEADERS, servePlugin, type Replies } from './plugin-server.js'
import { runProgram } from './run-program.js'

const folder = new URL('../../../docs/checks/', import.meta.url)
const pages = readdirSync(folder).filter((name) => name !== 'README.md')
const checks = Object.entries<DeploymentCheck>(deploymentChecks)
// the keys of the catalogue are the ids
const ids = Object.keys(deploymentChecks) as CheckId[]
/** A page that reaches a limit would be hard to read. The examples for a browser are tested in `packages/cli/e2e`. */
const withExample = checks.filter(([id, { inBrowser }]) => id !== 'limit-reached' && !inBrowser).map(([id]) => id)

function read(page: string): string {
  return readFileSync(new URL(page, folder), 'utf8')
}

/** The only code block in a section of a page. */
function exampleIn(page: string, part: 'Wrong' | 'Right'): { readonly language: string; readonly code: string } {
  const text = new RegExp(`^## ${part}\n(.*?)(?=^## |(?![^]))`, 'ms').exec(page)?.[1] ?? ''
  const blocks = [...text.matchAll(/^```(\w+)\n(.*?)\n```$/gms)]
  expect(blocks, `examples of "${part}"`).toHaveLength(1)
  const [[, language = '', code = ''] = []] = blocks
  return { language, code }
}

/** Runs the doctor for a plug-in on the internet that has the example instead of a part of its own. */
async function runExample({ language, code }: ReturnType<typeof exampleIn>) {
  const { origin } = await servePlugin({
    'GET /cached.js': { headers: SCRIPT_HEADERS },
    ...(language === 'http' && replyIn(code)),
    ...(language === 'html' && { 'GET /index.html': { headers: PAGE_HEADERS, body: code } }),
  })
  const flags = language === 'sh' ? code.split(' ').slice(3) : ['--webhook']
  const { stdout } = await runProgram(
    ['doctor', 'https://plugins.example.com/manifest.json', '--format', 'json', ...flags],
    {
      lookup: async () => ['93.184.215.14'],
      fetch: ({ hostname, pathname, search }, options) =>
        hostname === 'plugins.example.com'
          ? fetchFromAddresses(new URL(`${pathname}${search}`, origin), { ...options, addresses: ['127.0.0.1'] })
          : Promise.reject(new Error('unknown host')),
    },
  )
  return (JSON.parse(stdout) as JsonOutput).sources.flatMap(({ findings }) => findings)
}

/** Reads a request and its response. `…` is a long text. */
function replyIn(code: string): Replies {
  const [request = '', response = '', body] = code.split('\n\n')
  const [status = '', ...headers] = response.split('\n')
  const reply = {
    status: Number(status.split(' ')[1]),
    headers: Object.fromEntries(headers.map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string])),
    body: (body ?? '<!doctype html><html lang="en"><title>Lunch</title></html>').replace('…', 'x'.repeat(1_100_000)),
  }
  return { [request.replace(' HTTP/1.1', '')]: reply }
}

describe('the pages of the checks', () => {
  it('exist for each check, and for nothing else', () => {
    expect(pages.toSorted(), 'Each check needs docs/checks/<id>.md.').toEqual(ids.map((id) => `${id}.md`).toSorted())
  })

  it.each(checks)('have severity, description and reason: %s', (id, { severity, summary }) => {
    const text = read(`${id}.md`)
    const word = `${severity.charAt(0).toUpperCase()}${severity.slice(1)}`
    expect(text.replaceAll('\n', ' ')).toContain(`# ${id}  **${word}.** ${summary} `)
    expect(text.match(/^## .*$/gm)?.join()).toMatch(/^## Why,## Wrong,## Right(?:,## When it is fine)?$/)
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(40)
  })

  it.each(withExample)('have a wrong example that the check reports: %s', async (id) => {
    const findings = await runExample(exampleIn(read(`${id}.md`), 'Wrong'))
    const found = findings.map(({ rule }) => rule)
    expect(found).toContain(id)
    const errors = findings.filter(({ severity, rule }) => severity === 'error' && rule !== id)
    // the host of the http address does not exist here
    expect(errors.filter(({ rule }) => rule !== 'asset-unavailable')).toEqual([])
  })

  it.each(withExample)('have a right example without findings: %s', async (id) => {
    expect(await runExample(exampleIn(read(`${id}.md`), 'Right'))).toEqual([])
  })

  it('are listed in the index in the order of the catalogue, with severity and summary', () => {
    const rows = [...read('README.md').matchAll(/^\| \[([\w-]+)\]\(([\w-]+)\.md\) *\| (\w+) *\| (.*?) *\|$/gm)]
    expect(rows.map(([, ...cells]) => cells)).toEqual(
      checks.map(([id, { severity, summary }]) => [id, id, severity, summary]),
    )
  })

  it('have no broken links', () => {
    for (const page of ['README.md', ...pages]) {
      for (const [, target = ''] of read(page).matchAll(/\]\(([^)#]+)[^)]*\)/g)) {
        expect(existsSync(new URL(target, folder)), `${page} links to ${target}`).toBe(true)
      }
    }
  })
})
