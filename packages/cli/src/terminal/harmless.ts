/**
 * Makes text safe to print. Terminals and CI runners read some character sequences as commands; the result contains none. Control
 * characters are replaced, except line ends and, on request, styles. The length stays the same, so that columns stay correct.
 *
 * - `##[…]`, `##vso[…]` and `##teamcity[…]` are commands anywhere in a line (GitHub, Azure, TeamCity).
 * - `::name::` is a command at the start of a line, after any white space (GitHub).
 *
 * @param styles Whether ANSI styles stay. Only `paint` adds them: foreign text goes through {@link printable} first.
 */
export function harmless(text: string, styles: boolean): string {
  return text
    .replaceAll('\t', ' ')
    .replaceAll(styles ? CONTROL_BUT_STYLE : CONTROL, (character) => '�'.repeat(character.length))
    .replaceAll(MARKED, '#�')
    .replaceAll(LEADING, '$1�:')
}

/** Where a line has `##` before the bracket of a command. The names of commands are short. */
export const MARKED: RegExp = /##(?=[\w.-]{0,40}\[)/g

const STYLE = String.raw`\u001B\[\d{1,2}m`
const CONTROL = /(?!\n)[\p{C}\p{Zl}\p{Zp}]/gu
const CONTROL_BUT_STYLE = new RegExp(String.raw`(?!\n|${STYLE})[\p{C}\p{Zl}\p{Zp}]`, 'gu')
const LEADING = new RegExp(`^((?:[^\\S\\n]|${STYLE})*)::`, 'gm')
