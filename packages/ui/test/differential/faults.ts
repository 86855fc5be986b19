import type { Person } from './person.js'

/** Something that ours does not do as the native control does, and is to. */
export interface Fault {
  /** The number of the requirement that it fails; 1 for what this suite found. */
  readonly point: number
  readonly says: string
  /** The aspect that it shows in, in every scenario in which it can show. */
  readonly everywhere?: string
  /** Where `everywhere` is. */
  readonly browsers?: readonly Person['browser'][]
  /** Where it shows, and in which aspects. What no longer differs fails its test, so that it is taken out here. */
  readonly shows?: readonly Showing[]
}

/** Kinds, aspects and browsers, each with commas between them. Without browsers, it shows in all of them. */
export type Showing = readonly [kinds: string, scenario: string, aspects: string, browsers?: string]

export const faults: readonly Fault[] = [
  {
    point: 1,
    says: 'A listener in the capture phase hears the click of the hidden button that submits.',
    shows: [
      ['submit', 'Enter in a native input next to it', 'capturedOnly'],
      ['submit', 'Enter in a native input, and it is not the only one', 'capturedOnly'],
      ['submit', 'Enter in a native input, with a native button after it', 'capturedOnly'],
    ],
  },
]
