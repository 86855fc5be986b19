/** Foreign text in one line, without characters that a terminal would obey or nobody sees. Its length stays the same, so columns stay true. */
export function printable(text: string): string {
  return (
    text
      .replaceAll('\t', ' ')
      // DI: what Unicode calls default-ignorable
      .replace(/[\p{C}\p{Zl}\p{Zp}\p{DI}]/gu, ({ length }) => '\uFFFD'.repeat(length))
  )
}
