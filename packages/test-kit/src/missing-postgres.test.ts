import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { isDebianRoot } from '../../../scripts/lib/debian.mjs'

const repository = fileURLToPath(new URL('../../..', import.meta.url))
const NOBODY = 65_534
const SKIPPED = '0 passed, 0 failed, 1 skipped'
const FAILED = '0 passed, 1 failed'

// A machine without PostgreSQL: the scripts of this repository, with another folder of Debian, and a PATH with Node only.
const machine = mkdtempSync(join(tmpdir(), 'haiilo-no-postgres-'))
const bin = join(machine, 'bin')
const without = join(machine, 'without-postgres')
afterAll(() => rmSync(machine, { recursive: true, force: true }))

cpSync(join(repository, 'scripts'), join(machine, 'scripts'), { recursive: true })
cpSync(join(repository, 'package.json'), join(machine, 'package.json'))
const library = join(machine, 'scripts/lib/postgres.mjs')
const source = readFileSync(library, 'utf8')
const changed = source.replace("'/usr/lib/postgresql'", JSON.stringify(without))
if (changed === source) throw new Error('scripts/lib/postgres.mjs names another folder of Debian. Correct this test.')
writeFileSync(library, changed)
mkdirSync(bin)
symlinkSync(process.execPath, join(bin, 'node'))
// root would install PostgreSQL. Only this process changes its user: another user may not be able to read the folders of this Node
const otherUser = join(machine, 'other-user.mjs')
writeFileSync(
  otherUser,
  `if (process.getuid?.() === 0 && process.argv[1].endsWith('server.mjs')) {
  process.setgid(${NOBODY})
  process.setuid(${NOBODY})
}`,
)
chmodSync(machine, 0o755)

interface Outcome {
  readonly status: number | null
  readonly output: string
  readonly lastLine: string | undefined
}

function run(command: string, env: Readonly<Record<string, string>>): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, command.split(' '), {
    cwd: machine,
    encoding: 'utf8',
    // the scripts look for a browser, too
    env: { PATH: bin, CHROMIUM_PATH: process.execPath, ...env },
  })
  const output = stdout + stderr
  return { status, output, lastLine: stdout.trimEnd().split('\n').at(-1) }
}

const asOtherUser = { NODE_OPTIONS: `--import=${otherUser}` }

it.each([
  ['is skipped', {}, { status: 0, lastLine: SKIPPED }],
  ['fails in CI', { HAIILO_CI: '1' }, { status: 1, lastLine: FAILED }],
])('the check of the server %s without PostgreSQL, and says how to install it', (_, env, expected) => {
  const outcome = run('scripts/check/server.mjs', { ...asOtherUser, ...env })
  expect(outcome).toMatchObject(expected)
  expect(outcome.output).toMatch(/apt-get install postgresql .*\n.*POSTGRES_URL=/)
})

it.each([
  ['counts a skip', {}, { status: 0, lastLine: SKIPPED }],
  ['counts a failure in CI', { HAIILO_CI: '1' }, { status: 1, lastLine: FAILED }],
])('the run of all checks %s without PostgreSQL', (_, env, expected) => {
  expect(run('scripts/check.mjs server', { ...asOtherUser, ...env })).toMatchObject(expected)
})

it.each([{}, { HAIILO_CI: '1' }])('the check of the server fails if POSTGRES_URL is wrong: %j', (env) => {
  const closed = run('scripts/check/server.mjs', { ...env, POSTGRES_URL: 'postgres://haiilo:secret@127.0.0.1:1/none' })
  expect(closed).toMatchObject({ status: 1, lastLine: FAILED })
  expect(closed.output).toMatch(/127\.0\.0\.1:1, where no server answers \(\w+\)/)
  expect(closed.output).not.toContain('secret')
  const malformed = run('scripts/check/server.mjs', { ...env, POSTGRES_URL: '127.0.0.1' })
  expect(malformed).toMatchObject({ status: 1, lastLine: FAILED })
  expect(malformed.output).toContain('POSTGRES_URL is not a URL.')
})

it('the check of the server installs PostgreSQL as root on Debian, and nowhere else', () => {
  const log = join(machine, 'apt-get.log')
  writeFileSync(log, '')
  writeFileSync(join(bin, 'apt-get'), `#!/bin/sh\necho "$@" >> '${log}'\ncase "$*" in *install*) exit 100;; esac\n`)
  chmodSync(join(bin, 'apt-get'), 0o755)
  const { status, output, lastLine } = run('scripts/check/server.mjs', {})
  const calls = readFileSync(log, 'utf8')
  if (isDebianRoot()) {
    expect(calls).toMatch(/ update\n.* install -y --no-install-recommends postgresql\n$/)
    expect([status, lastLine]).toEqual([1, FAILED])
    expect(output).toContain('apt-get install -y --no-install-recommends postgresql failed.')
  } else {
    expect([calls, status, lastLine]).toEqual(['', 0, SKIPPED])
  }
})
