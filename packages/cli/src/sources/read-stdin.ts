import { readBounded } from './read-bounded.js'
import { codeOf, reasonOf, SourceError } from './source-error.js'

/**
 * The bytes of standard input.
 *
 * @throws {SourceError} It cannot be read.
 */
export async function readStdin(stdin: AsyncIterable<string | Uint8Array>): Promise<Uint8Array> {
  try {
    return await readBounded(stdin)
  } catch (error) {
    throw new SourceError(`Standard input cannot be read: ${codeOf(error) ?? reasonOf(error)}.`, { cause: error })
  }
}
