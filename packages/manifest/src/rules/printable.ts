/** Foreign text without the characters that a terminal would obey, or that are not seen. */
export function printable(text: string): string {
  return text.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '\uFFFD')
}
