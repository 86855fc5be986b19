/**
 * Text that terminals and CI runners take as text only: without control characters, but for line ends and styles, and without anything
 * that a runner takes for a command. Each UTF-16 code unit stays one, so that columns stay true.
 *
 * - `##[…]`, `##vso[…]` and `##teamcity[…]` are commands anywhere in a line (GitHub, Azure, TeamCity).
 * - `::name::` is a command at the start of a line, after any white space (GitHub).
 *
 * @param styles Whether styles stay: `paint` made them, and foreign text is {@link printable} before it is painted.
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
