import { excerpt, printable } from '@haiilo-kit/core/token'
import { sanitizeOutput } from '../sanitize-output.js'
import type { Severity } from '../rules/severity.js'
import { maskSecrets } from '../rules/secret/mask-secrets.js'
import type { Problem } from './problem.js'

/** Returns a heading with the number of problems and a line for each, safe to print. `path` is the displayed path of the manifest. */
export function describeProblems(problems: readonly Problem[], path: string): string {
  const file = printable(path)
  const lines = problems.slice(0, MAX_LINES).map((problem) => line(problem, file))
  if (problems.length > MAX_LINES) lines.push(`… and ${problems.length - MAX_LINES} more`)
  return sanitizeOutput([`${countProblems(problems)} in ${file}`, ...lines.map((text) => `  ${text}`)].join('\n'))
}

/** The most problems that are listed. */
const MAX_LINES = 50

/** `2 errors, 1 warning` */
function countProblems(problems: readonly Problem[]): string {
  return SEVERITIES.map((severity) => [problems.filter((problem) => problem.severity === severity).length, severity])
    .filter(([count]) => count !== 0)
    .map(([count, severity]) => `${String(count)} ${String(severity)}${count === 1 ? '' : 's'}`)
    .join(', ')
}

/** In descending order. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note']

/** Messages of compilers quote the source, so they may contain secrets. */
function line({ message, pointer, position, rule }: Problem, file: string): string {
  const place = [position ? `${file}:${position.line}:${position.column}` : '', shortPointer(pointer)].filter(Boolean)
  return `${place.length ? `${place.join(' ')}: ` : ''}${maskSecrets(message)}${rule ? ` (${rule})` : ''}`
}

/** Keys in the manifest can be long and contain secrets. */
function shortPointer(pointer: string): string {
  return maskSecrets(excerpt(pointer, MAX_POINTER_LENGTH))
}

const MAX_POINTER_LENGTH = 200
