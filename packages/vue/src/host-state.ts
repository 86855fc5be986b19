import type { HaiiloError, HostContext, HostSnapshot } from '@haiilo-kit/core'
import type { HostCommands, HostState } from '@haiilo-kit/core/binding'
import type { ShallowRef } from 'vue'
import type { RegisteredConfig } from './register.js'

/** What a component can ask of its host. `send` and `request` take reactive state too. */
export type HaiiloHostCommands = HostCommands<RegisteredConfig>

/** What a selector picks from: the fields of the present snapshot, a union on `status`, and the commands. */
export type HaiiloHostState = HostState<RegisteredConfig>

/** The state of the host in readonly shallow refs, and what can be asked of it. A ref triggers only when its value is another one. */
export interface HaiiloHostRefs extends HaiiloHostCommands {
  /** All that is known at this moment, a union on `status`: testing `snapshot.value.status` narrows the rest. */
  readonly snapshot: Readonly<ShallowRef<HostSnapshot<RegisteredConfig>>>
  readonly status: Readonly<ShallowRef<HostSnapshot['status']>>
  /** Who is looking, verified; absent unless the host is ready. */
  readonly context: Readonly<ShallowRef<HostContext | undefined>>
  /** Absent unless the host is ready. */
  readonly config: Readonly<ShallowRef<RegisteredConfig | undefined>>
  /** Why there is no verified host; absent unless it failed. */
  readonly error: Readonly<ShallowRef<HaiiloError | undefined>>
}
