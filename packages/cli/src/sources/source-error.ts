import { excerpt } from '@haiilo-kit/core/token'
import { maskSource } from '@haiilo-kit/manifest'

/** A source cannot be read. The message is for people and safe to print. */
export class SourceError extends Error {
  override readonly name: string = 'SourceError'
}

/** Returns the code of a system error, such as `ENOENT`, or `undefined` if the value has none. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** Returns the first line of the message of a thrown value, without a full stop. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? firstLine(error.message) : NOT_AN_ERROR
}

/** The reason if the thrown value has no message. */
export const NOT_AN_ERROR = 'a value was thrown that is not an Error'

/** Returns the first line of a message, without a full stop. Secrets are masked, because a message may quote a source. */
export function firstLine(message: string): string {
  const [line = ''] = maskSource(message).split('\n')
  return excerpt(line.replace(/\.$/, ''), MAX_LENGTH)
}

/** Characters of a message that are printed. */
const MAX_LENGTH = 300
