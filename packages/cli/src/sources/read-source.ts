import type { Io } from '../io.js'
import { readAddress } from './read-address.js'
import { readFile } from './read-file.js'
import { readModule } from './read-module.js'
import { readStdin } from './read-stdin.js'
import type { Source } from './source.js'

/** What a source holds. */
export interface SourceContent {
  readonly content: string | Uint8Array | object
  /** The address that it was found at. */
  readonly url?: URL
}

/**
 * Reads a source, whatever kind it is of.
 *
 * @throws {SourceError} It cannot be read; the message says why.
 */
export async function readSource(source: Source, io: Io): Promise<SourceContent> {
  switch (source.kind) {
    case 'stdin':
      return { content: await readStdin(io.stdin) }
    case 'file':
      return { content: await readFile(source.path) }
    case 'module':
      return { content: await readModule(source.path, io) }
    case 'address': {
      const { bytes, url } = await readAddress(source.address, io)
      return { content: bytes, url }
    }
  }
}
