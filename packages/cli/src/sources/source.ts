import { resolve } from 'node:path'
import { printAddress } from './print-address.js'

/** Where a manifest is read from. */
export type Source = FileSource | ModuleSource | AddressSource | StdinSource

/** A file of JSON. */
export interface FileSource {
  readonly kind: 'file'
  /** As it was given. */
  readonly name: string
  /** Absolute. */
  readonly path: string
}

/** A program that exports the manifest. */
export interface ModuleSource {
  readonly kind: 'module'
  /** As it was given. */
  readonly name: string
  /** Absolute. */
  readonly path: string
}

/** An http or https address. */
export interface AddressSource {
  readonly kind: 'address'
  /** Without what may be confidential in it. */
  readonly name: string
  /** As it was given. */
  readonly address: string
}

/** Standard input. */
export interface StdinSource {
  readonly kind: 'stdin'
  readonly name: string
}

/** Tells what kind of source an argument of the command line is. Nothing is read yet. */
export function identifySource(argument: string, cwd: string): Source {
  if (argument === '-') return { kind: 'stdin', name: '<stdin>' }
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(argument)) {
    return { kind: 'address', name: printAddress(argument), address: argument }
  }
  const kind = /\.[cm]?[jt]s$/i.test(argument) ? 'module' : 'file'
  return { kind, name: argument, path: resolve(cwd, argument) }
}
