/** Something that ours does not do as the native control does, and is to. */
export interface Fault {
  /** The number of the requirement that it fails. */
  readonly point: number
  readonly says: string
  /** It shows in every scenario in which it can show. */
  readonly everywhere?: string
  /** Where it shows, and in which aspects. What no longer differs fails its test, so that it is taken out here. */
  readonly shows?: readonly Showing[]
}

/** Kinds and aspects, each with commas between them. */
export type Showing = readonly [kinds: string, scenario: string, aspects: string]

export const faults: readonly Fault[] = []

