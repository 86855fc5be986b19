import { unwatchFile, watchFile } from 'node:fs'
import type { Source } from '../sources/source.js'

/** Milliseconds between two checks of a file. */
const FILE_INTERVAL = 300

/** Milliseconds between two requests for the manifest at a URL. */
const ADDRESS_INTERVAL = 2000

/**
 * Calls the listener each time the manifest may have changed. It polls files, because file events differ between editors, containers and
 * network drives.
 *
 * @returns A function that stops it.
 */
export function watchManifest(source: Source, listener: () => void): () => void {
  switch (source.kind) {
    case 'stdin':
      return () => undefined
    case 'address': {
      const timer = setInterval(listener, ADDRESS_INTERVAL)
      return () => clearInterval(timer)
    }
    case 'file':
    case 'module': {
      const { path } = source
      watchFile(path, { interval: FILE_INTERVAL }, listener)
      return () => unwatchFile(path, listener)
    }
  }
}
