/** Returns a text in one line, with control characters and invisible characters replaced. The length stays the same, so columns stay correct. */
export function printable(text: string): string {
  return text.replaceAll('\t', ' ').replace(hidden(), ({ length }) => '\uFFFD'.repeat(length))
}

/** Not a literal: a browser checks literals while it loads a script, and looks up all characters of these groups for that, for 0.6 ms. */
function hidden(): RegExp {
  // DI: Default_Ignorable_Code_Point
  return new RegExp('[\\p{C}\\p{Zl}\\p{Zp}\\p{DI}]', 'gu')
}
