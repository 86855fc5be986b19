import { createSimulatedHost } from './create-simulated-host.js'
import type { SimulatedHost, SimulatedHostOptions } from './simulated-host.js'

/** One situation of a plug-in, by name: the same in a unit test, a story, the sandbox and a browser test. */
export interface HostFixture<Options extends SimulatedHostOptions = SimulatedHostOptions> {
  readonly name: string
  /** What the host is made of, typed as it was written: compare with `fixture.options.user.userName`. */
  readonly options: Options
  /**
   * Makes the host. `user` and `config` go over those of the fixture name by name, everything else replaces.
   *
   * @throws {TypeError} as {@link createSimulatedHost} does.
   */
  readonly create: (overrides?: SimulatedHostOptions) => SimulatedHost
}

/** What is neither an option nor the name, and so is a slip of the keyboard. */
type Typos<Options> = { readonly [Name in Exclude<keyof Options, keyof SimulatedHostOptions | 'name'>]: never }

/**
 * Gives a situation a name, so that every kind of test can stand in it.
 *
 * @returns A frozen fixture. Without functions among them, its `options` can be handed into a page as JSON.
 * @example
 * ```ts
 * export const lunch = defineHostFixture({ name: 'Ada at lunch', user: { userName: 'Ada' }, config: { canteen: 'north' } })
 *
 * const home = lunch.create({ fault: 'expired' })
 * ```
 */
export function defineHostFixture<const Options extends SimulatedHostOptions & { readonly name: string }>(
  fixture: Options & Typos<Options>,
): HostFixture<Omit<Options, 'name'>> {
  const { name, ...options } = fixture
  const own: SimulatedHostOptions = fixture
  return Object.freeze({
    name,
    options: Object.freeze(options),
    create: ({ user, config, ...overrides }: SimulatedHostOptions = {}) =>
      createSimulatedHost({
        ...options,
        ...overrides,
        user: { ...own.user, ...user },
        config: { ...own.config, ...config },
      }),
  })
}
