import { printable } from '@haiilo-kit/core/token'

/**
 * Makes text of several lines safe to print: replaces control characters and the character sequences that terminals and CI runners execute
 * as commands. Keeps line ends and, with `styles`, ANSI styles.
 *
 * - `##[…]`, `##vso[…]` and `##teamcity[…]` are commands anywhere in a line (GitHub, Azure, TeamCity).
 * - `::name::` is a command at the start of a line, after any white space (GitHub).
 *
 * @param styles Whether to keep ANSI styles. Pass untrusted text through `printable` first, because it may contain styles. Default: `false`.
 * @returns A text of the same length, so that columns stay correct.
 */
export function sanitizeOutput(text: string, styles = false): string {
  return text
    .split(styles ? /(\n|\u001B\[\d{1,2}m)/ : /(\n)/)
    .map((part, index) => (index % 2 === 0 ? printable(part) : part))
    .join('')
    .replaceAll(BRACKET_COMMAND, '#\uFFFD')
    .replaceAll(COLON_COMMAND, '$1\uFFFD:')
}

/** `##` before a command with a bracket. The names of commands are short. */
const BRACKET_COMMAND = /##(?=[\w.-]{0,40}\[)/g

const COLON_COMMAND = /^((?:[^\S\n]|\u001B\[\d{1,2}m)*)::/gm
