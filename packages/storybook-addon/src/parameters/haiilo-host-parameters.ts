import type { HaiiloHostOptions } from '@haiilo-kit/core'
import type { HostFixture, SimulatedHostOptions } from '@haiilo-kit/simulator'

/** Options of `createHaiiloHost()` that a story can set. The add-on sets the others: they decide which hosts the plug-in trusts. */
export type StoryConnectionOptions = Omit<
  HaiiloHostOptions<unknown>,
  'algorithms' | 'clock' | 'embedders' | 'source' | 'transport' | 'trust' | 'view'
>

/** The parameter `haiiloHost` of a story, a component or a project. Storybook merges the levels. `false`: the story has no host. */
export type HaiiloHostParameter = HaiiloHostParameters | false

/** The options of the simulated host of a story. All are optional. */
export interface HaiiloHostParameters extends Pick<
  SimulatedHostOptions,
  'config' | 'editing' | 'fault' | 'latency' | 'manifest' | 'subjects' | 'user'
> {
  /** The view that the story shows. Default: `plugin`. */
  readonly view?: 'plugin' | 'config' | undefined
  /** A fixture of `defineHostFixture()`. The other parameters override its options. */
  readonly fixture?: HostFixture | undefined
  /** Options of the plug-in's connection, as for `createHaiiloHost()`: the parser of the configuration, the timeout, the back ends. */
  readonly connection?: StoryConnectionOptions | undefined
}
