import type { HostCommands, HostState, ReadyHostState } from '@haiilo-kit/core/binding'
import type { RegisteredConfig } from './register.js'

/** The commands of the host. They stay the same functions for the lifetime of the host. */
export type HaiiloHostCommands = HostCommands<RegisteredConfig>

/**
 * The fields of the current snapshot, a union discriminated by `status`, and the commands. Narrowing also works after destructuring: if
 * `status` is `ready`, `context` is defined.
 */
export type HaiiloHostState = HostState<RegisteredConfig>

/** The state of a ready host: `context` and `config` are defined. */
export type HaiiloHostReadyState = ReadyHostState<RegisteredConfig>
