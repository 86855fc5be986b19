import type { HaiiloError, HostContext, HostSnapshot } from '@haiilo-kit/core'
import type { HostCommands, HostState } from '@haiilo-kit/core/binding'
import type { ShallowRef } from 'vue'
import type { RegisteredConfig } from './register.js'

/** The commands of the host. `send` and `request` also accept reactive state. */
export type HaiiloHostCommands = HostCommands<RegisteredConfig>

/** The argument of a selector: the fields of the current snapshot (a union discriminated by `status`) and the commands. */
export type HaiiloHostState = HostState<RegisteredConfig>

/** The state of the host as readonly shallow refs, and the commands. A ref triggers only when its own value changes. */
export interface HaiiloHostRefs extends HaiiloHostCommands {
  /** The current snapshot, a union discriminated by `status`: checking `snapshot.value.status` narrows the other fields. */
  readonly snapshot: Readonly<ShallowRef<HostSnapshot<RegisteredConfig>>>
  readonly status: Readonly<ShallowRef<HostSnapshot['status']>>
  /** The verified user and tenant. `undefined` unless the host is ready. */
  readonly context: Readonly<ShallowRef<HostContext | undefined>>
  /** The configuration. `undefined` unless the host is ready. */
  readonly config: Readonly<ShallowRef<RegisteredConfig | undefined>>
  /** Why the connection failed. `undefined` unless `status` is `failed`. */
  readonly error: Readonly<ShallowRef<HaiiloError | undefined>>
}
