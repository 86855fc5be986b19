import { printable } from '@haiilo-kit/core/token'

/**
 * Makes text of several lines safe to print. Terminals and CI runners read some character sequences as commands; the result contains
 * none. Control characters are replaced, except line ends and, on request, styles. The length stays the same, so that columns stay correct.
 *
 * - `##[…]`, `##vso[…]` and `##teamcity[…]` are commands anywhere in a line (GitHub, Azure, TeamCity).
 * - `::name::` is a command at the start of a line, after any white space (GitHub).
 *
 * @param styles Whether ANSI styles stay. Foreign text with styles of its own must go through `printable` first. Default: false.
 */
export function sanitizeOutput(text: string, styles = false): string {
  return text
    .split(styles ? /(\n|\u001B\[\d{1,2}m)/ : /(\n)/)
    .map((part, index) => (index % 2 === 0 ? printable(part) : part))
    .join('')
    .replaceAll(MARKED, '#\uFFFD')
    .replaceAll(LEADING, '$1\uFFFD:')
}

/** Where a line has `##` before the bracket of a command. The names of commands are short. */
const MARKED = /##(?=[\w.-]{0,40}\[)/g

const LEADING = /^((?:[^\S\n]|\u001B\[\d{1,2}m)*)::/gm
