import type { HostCommands, HostState, ReadyHostState } from '@haiilo-kit/core/binding'
import type { RegisteredConfig } from './register.js'

/** What a component can ask of its host. The same functions for the life of the host. */
export type HaiiloHostCommands = HostCommands<RegisteredConfig>

/** The fields of the present snapshot, a union on `status`, and the commands. Destructuring narrows: `ready` means there is a `context`. */
export type HaiiloHostState = HostState<RegisteredConfig>

/** The state of a host that is ready: context and configuration are there. */
export type HaiiloHostReadyState = ReadyHostState<RegisteredConfig>
