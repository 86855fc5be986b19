/** Returns a text in one line, with control characters and invisible characters replaced. The length stays the same, so columns stay correct. */
export function printable(text: string): string {
  return text.replaceAll('\t', ' ').replace(hidden(), ({ length }) => '\uFFFD'.repeat(length))
}

/** Not a literal: while a browser loads a script, it checks the literals in it. Collecting all characters of these groups takes 0.5 ms. */
function hidden(): RegExp {
  // DI: Default_Ignorable_Code_Point
  return new RegExp('[\\p{C}\\p{Zl}\\p{Zp}\\p{DI}]', 'gu')
}
