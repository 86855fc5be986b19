import type { HaiiloHost } from '@haiilo-kit/core'

/** A page of the plug-in in the simulated home. */
export interface ShownPlugin {
  readonly reload: () => void
  readonly remove: () => void
  /** The plug-in's connection, if it is in this page. */
  readonly host?: HaiiloHost<unknown> | undefined
}
