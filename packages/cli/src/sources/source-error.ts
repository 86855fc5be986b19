import { printableStart } from '../terminal/printable.js'

/** A source cannot be read. The message is one sentence for people, safe to print. */
export class SourceError extends Error {
  override readonly name: string = 'SourceError'
}

/** What the system calls a failure, such as `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** The first line of what a failure says, without a full stop; anything can be thrown. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'something was thrown that is no error'
  const [line = ''] = error.message.split('\n')
  return printableStart(line.replace(/\.$/, ''))
}
