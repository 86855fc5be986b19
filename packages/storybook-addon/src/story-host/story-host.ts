import type { HaiiloHost } from '@haiilo-kit/core'
import type { SimulatedHost, WireLogEntry } from '@haiilo-kit/simulator'

/** The simulated host of a story, and the connection of its components. Functions do not depend on `this`. */
export interface StoryHost extends Pick<
  SimulatedHost,
  'findings' | 'height' | 'save' | 'send' | 'setFault' | 'setLatency'
> {
  /** The connection that the components find: the object that `createHaiiloHost()` returns in production. */
  readonly host: HaiiloHost<unknown>
  /** Changes properties of the user and reloads the plug-in, like the real host. */
  readonly setUser: SimulatedHost['setUser']
  /** Replaces the stored configuration and reloads the plug-in. */
  readonly setConfig: (config: Parameters<SimulatedHost['setConfig']>[0]) => void
  /** Turns the edit mode on or off and reloads the plug-in. */
  readonly setEditing: SimulatedHost['setEditing']
  /** Loads the plug-in again: its connection closes and makes a new handshake. The components keep their state. */
  readonly reload: () => void
  /** The last 1,000 messages in both directions, oldest first, each with the verdict of the host. */
  readonly messages: () => readonly WireLogEntry[]
}
