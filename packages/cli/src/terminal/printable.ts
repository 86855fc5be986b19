/**
 * Foreign text for a terminal or a log: one line, without characters that a terminal obeys or that turn the direction of writing. Each
 * UTF-16 code unit stays one, so that columns stay true.
 */
export function printable(text: string): string {
  return text.replaceAll('\t', ' ').replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, (character) => '�'.repeat(character.length))
}

/** The same, and cut: for texts whose length is not ours. */
export function printableStart(text: string, most = 300): string {
  return printable(text.length > most ? `${text.slice(0, most)}…` : text)
}
