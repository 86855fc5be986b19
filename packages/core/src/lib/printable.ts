/** Foreign text in one line, without characters that a terminal would obey or nobody sees. Its length stays the same, so columns stay true. */
export function printable(text: string): string {
  return text
    .replaceAll('\t', ' ')
    .replace(/[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu, ({ length }) => '\uFFFD'.repeat(length))
}
