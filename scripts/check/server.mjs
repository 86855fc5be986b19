// Runs the tests of the back end that need PostgreSQL. Guards against tests that are skipped without notice: with HAIILO_CI, a missing
// server is a failure.
//
//   pnpm test:server              all of them
//   pnpm test:server -t lease     options and filters of Vitest
import '../lib/require-node.mjs'
import { spawn } from 'node:child_process'
import { env, root } from '../lib/commands.mjs'
import { startPostgres } from '../lib/postgres.mjs'
import { onShutdown } from '../lib/shutdown.mjs'

const postgres = await startPostgres().catch((error) => ({ error }))
if ('error' in postgres) {
  console.log(`${postgres.error.message}\n\n0 passed, 1 failed`)
  process.exitCode = 1
} else if ('missing' in postgres) {
  console.log(`${postgres.missing}\n`)
  const isFailure = process.env['HAIILO_CI'] === '1'
  console.log(isFailure ? '0 passed, 1 failed' : '0 passed, 0 failed, 1 skipped')
  process.exitCode = isFailure ? 1 : 0
} else {
  const vitest = spawn('vitest', ['run', '--project', 'postgres', ...process.argv.slice(2)], {
    cwd: root,
    env: { ...env, POSTGRES_URL: postgres.url },
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  onShutdown((code) => {
    vitest.kill()
    void postgres.stop().finally(() => process.exit(code))
  })
  vitest.on('close', (code) => {
    void postgres.stop().finally(() => process.exit(code ?? 1))
  })
}
