/** Returns a text in one line, with control characters and invisible characters replaced. The length stays the same, so columns stay correct. */
export function printable(text: string): string {
  return (
    text
      .replaceAll('\t', ' ')
      // DI: Default_Ignorable_Code_Point
      .replace(/[\p{C}\p{Zl}\p{Zp}\p{DI}]/gu, ({ length }) => '\uFFFD'.repeat(length))
  )
}
