import type { ConfigOf, HostOf } from '@haiilo-kit/core/binding'

/**
 * Tells the service and the templates which host the app has, once per app, by declaration merging: from then on `config` has its
 * type everywhere.
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

/** The host that the app registered in {@link HaiiloRegister}; without one, a host with the configuration as it came. */
export type RegisteredHost = HostOf<HaiiloRegister>

/** The configuration of the {@link RegisteredHost}. */
export type RegisteredConfig = ConfigOf<RegisteredHost>
