import { hostOfContext } from './host-of-context.js'
import type { StoryHost } from './story-host.js'

/**
 * Returns the simulated host of a story, for `render`, `play` and `beforeEach`.
 *
 * @param context The context that Storybook passes to these functions.
 * @throws {TypeError} The story has no host.
 * @example
 * ```ts
 * import type { StoryObj } from '@storybook/react-vite'
 * import { expect } from 'storybook/test'
 *
 * export const Saves: StoryObj = {
 *   async play(context) {
 *     expect(await storyHost(context).save()).toEqual({ canteen: 'north' })
 *   },
 * }
 * ```
 */
export function storyHost(context: { readonly loaded: Readonly<Record<string, unknown>> }): StoryHost {
  const host = hostOfContext(context)
  if (host) return host
  throw new TypeError(
    'storyHost: this story has no simulated host. Add "@haiilo-kit/storybook-addon" to `addons` in .storybook/main.ts, and remove `haiiloHost: false` from the parameters. A portable story needs setProjectAnnotations() with "@haiilo-kit/storybook-addon/preview", and run() or load() before it is rendered.',
  )
}
