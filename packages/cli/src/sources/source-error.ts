import { excerpt } from '@haiilo-kit/core/token'
import { maskSource } from '@haiilo-kit/manifest'

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
  return error instanceof Error ? firstLine(error.message) : 'something was thrown that is no error'
}

/** The first line of a message, without a full stop. It may quote a source. */
export function firstLine(message: string): string {
  const [line = ''] = maskSource(message).split('\n')
  return excerpt(line.replace(/\.$/, ''), MOST)
}

const MOST = 300
