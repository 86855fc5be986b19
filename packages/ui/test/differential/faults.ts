import type { Person } from './person.js'

/** A known difference from the native control that is not intended. */
export interface Fault {
  readonly description: string
  /** The aspect that may differ in any scenario. */
  readonly everywhere?: string
  /** The browsers of `everywhere`. Default: all. */
  readonly browsers?: readonly Person['browser'][]
  /** The scenarios and aspects that differ. If one no longer differs, its test fails, so that the entry is removed here. */
  readonly occurrences?: readonly Occurrence[]
}

/** Kinds, aspects and browsers are separated by commas. Default for browsers: all. */
export type Occurrence = readonly [kinds: string, scenario: string, aspects: string, browsers?: string]

export const faults: readonly Fault[] = []
