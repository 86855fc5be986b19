import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Environment } from '../src/context.js'
import { GOOD } from './manifests.js'
import { folderWith, runProgram, terminal } from './run-program.js'

const FORMATS = ['human', 'json', 'sarif', 'github'] as const

/** Commands of CI runners and terminals, complete and in pieces. */
const piece = fc.constantFrom(
  '##[set-output name=a;]b',
  '##[group]',
  '##vso[task.setvariable variable=a]b',
  "##teamcity[message text='a']",
  '::set-output name=a::b',
  '::stop-commands::a',
  '::error::',
  '\n::add-mask::a',
  '\r::error::a',
  '\r\n ::error::a',
  '\u00A0::error::a',
  '\u2028::error::a',
  '\u0085::error::a',
  '%0A::error::a',
  '%0D%0A##[error]a',
  '\u001B[31m',
  '\u001B]0;a\u0007',
  '\u009B2J',
  '\u202E',
  '\u2066',
  '\u200B',
  '\t',
  '#',
  '##',
  ':',
  '::',
  '[',
  '\u001B[1m#\u001B[22m',
  ' ',
  '"',
  'a',
)
const hostile = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(''))
const fileName = hostile.map((text) => text.slice(0, 100).replaceAll('/', '')).filter((text) => !/^(-|\s*$)/.test(text))

/** Finds the lines that a runner or a terminal would run as commands. Does not use the code under test. */
function commandsIn(output: string, isGithub: boolean): readonly string[] {
  return output.split(/\r\n|\r|\n/).filter((line) => {
    const plain = line.replaceAll(/\u001B\[\d{1,2}m/g, '')
    if (/[\p{C}\p{Zl}\p{Zp}]/u.test(plain)) return true
    if (/##(?:vso|teamcity)?\[/i.test(line) || /##(?:vso|teamcity)?\[/i.test(plain)) return true
    if (!plain.trimStart().startsWith('::')) return false
    return !(isGithub && isAnnotation(line))
  })
}

/** Whether a line is an annotation of GitHub with known properties only. */
function isAnnotation(line: string): boolean {
  const [, name = '', properties = ''] = /^::(\S+) (.*?)::/.exec(line) ?? []
  const keys = properties.split(',').map((property) => property.slice(0, property.indexOf('=')))
  const known = ['file', 'line', 'endLine', 'col', 'endColumn', 'title']
  return ['error', 'warning', 'notice'].includes(name) && keys.every((key) => known.includes(key))
}

async function expectNoCommands(argv: readonly string[], changes: Partial<Environment> = {}): Promise<void> {
  const format = argv[argv.indexOf('--format') + 1]
  const { stdout, stderr } = await runProgram(argv, changes)
  expect([...commandsIn(stdout, format === 'github'), ...commandsIn(stderr, false)]).toEqual([])
  if (argv.includes('--format') && (format === 'json' || format === 'sarif')) JSON.parse(stdout)
}

describe.each(FORMATS)('the output in the format %s contains no command for a terminal or a CI runner', (format) => {
  it('with hostile names, keys and values', async () => {
    await fc.assert(
      fc.asyncProperty(fileName, hostile, hostile, async (name, key, value) => {
        const members = `${JSON.stringify(key)}: ${JSON.stringify(value)}, "config": [{ "key": ${JSON.stringify(value)} }]`
        const cwd = folderWith({
          [name]: GOOD.replace('"name"', `${members}, "name"`).replace('"Lunch"', JSON.stringify(value)),
        })
        await expectNoCommands(['validate', '--format', format, '--', name], { cwd })
        await expectNoCommands(['validate', '--format', format, '--', `none${name}`], { cwd })
      }),
      { numRuns: 40 },
    )
  })

  it('with files that are not JSON', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (before, after) => {
        const cwd = folderWith({ 'a.json': `${before}\n${after}\n{ ${after}` })
        await expectNoCommands(['validate', '--format', format, 'a.json'], { cwd })
      }),
      { numRuns: 40 },
    )
  })

  it('with hostile URLs, responses and errors of servers', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (path, text) => {
        const argv = ['validate', '--format', format, `https://a.example/${path}`]
        await expectNoCommands(argv, { fetch: async () => new Response(`{ ${text}`) })
        await expectNoCommands(argv, { fetch: () => Promise.reject(new Error(text)) })
        const location = `https://b.example/${encodeURI(text)}`
        await expectNoCommands(argv, { fetch: async () => new Response(null, { status: 302, headers: { location } }) })
        await expectNoCommands(['validate', '--format', format, `x-${path}://${text}`])
      }),
      { numRuns: 40 },
    )
  })

  it('with hostile pages, headers and names of a deployed plug-in', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (first, text) => {
        const manifest = JSON.stringify({
          ...(JSON.parse(GOOD) as object),
          thumbnail: `${text}.png`,
          lifecycle: { url: `${first}/`, events: ['install'] },
          entryPoints: [{ url: `a/${first}`, configUrl: `b?${text}` }],
        })
        // a header cannot have line ends, and each character is a byte
        const value = text.replaceAll(/[\0\r\n]|[^\0-\u00FF]/g, '')
        const headers: [string, string][] = [
          ['content-type', 'text/html'],
          ['x-frame-options', 'deny'],
          ['content-security-policy', `frame-ancestors ${value}`],
          ['set-cookie', `${value}=1`],
          ['access-control-allow-origin', value],
        ]
        const page = `<script type="module" src="${text}"></script><script src="/x/${first}"></script>${text}`
        const fetch: Environment['fetch'] = async ({ pathname }) => {
          if (pathname === '/m.json') return new Response(manifest)
          if (pathname.startsWith('/b')) throw new Error(text)
          return new Response(page, { headers: pathname.startsWith('/x') ? [['content-type', value]] : headers })
        }
        const { stream, text: written } = terminal()
        const changes = { fetch, lookup: async () => ['93.184.215.14'] }
        const argv = ['doctor', '--format', format, '--webhook', 'https://a.example/m.json']
        await expectNoCommands(argv, changes)
        await runProgram(argv, { ...changes, stderr: stream })
        expect(commandsIn(written().replaceAll('\r\u001B[2K', '\n'), false)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('with hostile output and errors of modules', async () => {
    await fc.assert(
      fc.asyncProperty(fileName, hostile, async (name, text) => {
        const literal = JSON.stringify(text)
        const code = `console.log(${literal})\nconsole.error(${literal})\nthrow new Error(${literal})`
        const cwd = folderWith({ [`${name}.mjs`]: code })
        await expectNoCommands(['validate', '--format', format, '--timeout', '60', '--', `${name}.mjs`], { cwd })
      }),
      { numRuns: 4 },
    )
  })
})

describe('the output contains no command for a terminal or a CI runner', () => {
  it('with hostile arguments', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        await expectNoCommands([text])
        await expectNoCommands(['validate', text])
        await expectNoCommands(['validate', `--${text}`])
        await expectNoCommands(['validate', '--url', text, 'a.json'])
        await expectNoCommands(['validate', '--timeout', text, 'a.json'])
        await expectNoCommands(['types', text])
        await expectNoCommands(['doctor', text])
        await expectNoCommands(['doctor', '--tenant', text, 'https://a.example/'])
      }),
    )
  })

  it('of the command types', async () => {
    await fc.assert(
      fc.asyncProperty(fileName, hostile, async (name, key) => {
        const cwd = folderWith({
          [`${name}.json`]: GOOD.replace('"height"', `${JSON.stringify(key)}: 1, "height"`),
          [`bad${name}.json`]: `{ ${key}`,
        })
        await expectNoCommands(['types', '--', `${name}.json`, `bad${name}.json`], { cwd })
        await expectNoCommands(['types', '--check', '--', `${name}.json`], { cwd })
      }),
      { numRuns: 40 },
    )
  })

  it('on a terminal with styles', async () => {
    await fc.assert(
      fc.asyncProperty(fileName, hostile, async (name, key) => {
        const { stream, text } = terminal()
        const cwd = folderWith({ [name]: GOOD.replace('"height"', `${JSON.stringify(key)}: 1, "height"`) })
        await runProgram(['validate', '--', name, key], { cwd, stdout: stream })
        expect(commandsIn(text(), false)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('if the output cannot be written', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (message) => {
        const { stream } = terminal()
        stream.write = () => {
          throw new Error(message)
        }
        const { stderr } = await runProgram(['validate', 'none.json', '--format', 'json'], { stdout: stream })
        expect([stderr.includes('error: '), ...commandsIn(stderr, false)]).toEqual([true])
      }),
    )
  })
})
