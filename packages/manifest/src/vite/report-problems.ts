// a named import would fail in Node versions that do not have it
import util from 'node:util'
import type { Logger } from 'vite'
import type { Severity } from '../rules/severity.js'
import { SEVERITIES, describeProblems } from './describe-problems.js'
import type { Problem } from './problem.js'

/** Returns a function that prints problems with Vite's logger, grouped by severity. Does not repeat the same problems. */
export function createReporter(logger: Logger): (problems: readonly Problem[], file: string) => void {
  let last = ''
  return (problems, file) => {
    const all = describeProblems(problems, file)
    if (all === last || (problems.length === 0 && last === '')) return
    last = problems.length === 0 ? '' : all
    if (problems.length === 0) logger.info(headed('green', `no problems left in ${file}`), { timestamp: true })
    for (const severity of SEVERITIES) {
      const some = problems.filter((problem) => problem.severity === severity)
      if (some.length > 0) logger[METHODS[severity]](headed(COLORS[severity], describeProblems(some, file)))
    }
  }
}

const METHODS = { error: 'error', warning: 'warn', note: 'info' } as const satisfies Record<Severity, keyof Logger>
const COLORS = { error: 'red', warning: 'yellow', note: 'cyan' } as const satisfies Record<Severity, string>

function headed(color: 'red' | 'yellow' | 'cyan' | 'green', text: string): string {
  const [heading = '', ...lines] = text.split('\n')
  return [`${util.styleText(color, '[haiilo-manifest]')} ${util.styleText('bold', heading)}`, ...lines].join('\n')
}
