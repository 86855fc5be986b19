import type { HaiiloHost } from '@haiilo-kit/core'

/** A page of the plug-in, as it is shown in the simulated home. */
export interface ShownPlugin {
  readonly reload: () => void
  readonly remove: () => void
  /** The plug-in's connection, where it is within reach. */
  readonly host?: HaiiloHost<unknown> | undefined
}
