import type { OpenStoryHost } from './create-story-host.js'
import type { StoryContext } from './story-hosts.js'

/** The host that the loader of the add-on has put into the context of a story. `undefined` if it did not run, or the story has no host. */
export function hostOfContext({ loaded }: Pick<StoryContext, 'loaded'>): OpenStoryHost | undefined {
  return loaded['haiiloHost'] as OpenStoryHost | undefined
}
