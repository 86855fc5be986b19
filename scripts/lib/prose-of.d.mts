/** The prose of a file as one Markdown text, and the line of the source for each of its lines. */
export function proseOf(file: string, source: string): { readonly text: string; readonly lines: readonly number[] }
