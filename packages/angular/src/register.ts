import type { ConfigOf, HostOf } from '@haiilo-kit/core/binding'

/**
 * Augment this interface once per app to register the type of the host. `config` then has the right type in the service and in templates.
 *
 * @example
 * ```ts
 * export const host = createHaiiloHost({ config: readConfig(manifest) })
 * declare module '@haiilo-kit/angular' {
 *   interface HaiiloRegister { host: typeof host }
 * }
 * ```
 */
export interface HaiiloRegister {}

/** The type of the host in {@link HaiiloRegister}. If none is registered, a host with a raw configuration. */
export type RegisteredHost = HostOf<HaiiloRegister>

/** The type of the configuration of the {@link RegisteredHost}. */
export type RegisteredConfig = ConfigOf<RegisteredHost>
