import { resolve } from 'node:path'
import type { CommandContext } from '../context.js'
import { readFile, readStdin } from './read-bytes.js'
import { readModule } from './read-module.js'
import { readUrl } from './read-url.js'
import { redactUrl } from './redact-url.js'

/** Where a manifest is read from. The values of `kind` are part of the JSON output. */
export type Source = FileSource | ModuleSource | UrlSource | StdinSource

/** A JSON file. */
export interface FileSource {
  readonly kind: 'file'
  /** The argument. */
  readonly name: string
  /** The absolute path. */
  readonly path: string
}

/** A program that exports the manifest. */
export interface ModuleSource {
  readonly kind: 'module'
  /** The argument. */
  readonly name: string
  /** The absolute path. */
  readonly path: string
}

/** An http or https URL. */
export interface UrlSource {
  readonly kind: 'address'
  /** The URL without parts that may be confidential. */
  readonly name: string
  /** The argument. */
  readonly url: string
}

/** Standard input. */
export interface StdinSource {
  readonly kind: 'stdin'
  readonly name: string
}

/** Determines the kind of source of a command line argument, without reading it. */
export function identifySource(argument: string, cwd: string): Source {
  if (argument === '-') return { kind: 'stdin', name: '<stdin>' }
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(argument)) return { kind: 'address', name: redactUrl(argument), url: argument }
  const kind = /\.[cm]?[jt]s$/i.test(argument) ? 'module' : 'file'
  return { kind, name: argument, path: resolve(cwd, argument) }
}

/** The content of a source. */
export interface SourceContent {
  readonly content: string | Uint8Array | object
  /** The URL from which it was read, after redirects. */
  readonly url?: URL
}

/**
 * Reads a source.
 *
 * @throws {SourceError} It cannot be read; the message says why.
 */
export async function readSource(source: Source, context: CommandContext): Promise<SourceContent> {
  switch (source.kind) {
    case 'stdin':
      return { content: await readStdin(context.stdin) }
    case 'file':
      return { content: await readFile(source.path) }
    case 'module':
      return { content: await readModule(source.path, context) }
    case 'address': {
      const { bytes, url } = await readUrl(source.url, context)
      return { content: bytes, url }
    }
  }
}
