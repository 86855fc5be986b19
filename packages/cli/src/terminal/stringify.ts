/** JSON that may be printed: what a terminal would obey is written as an escape, so that the value stays the same. */
export function stringify(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll(/(?!\n)[\p{C}\p{Zl}\p{Zp}]/gu, escape)
}

function escape(character: string): string {
  return Array.from({ length: character.length }, (_, index) => unit(character.charCodeAt(index))).join('')
}

function unit(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`
}
