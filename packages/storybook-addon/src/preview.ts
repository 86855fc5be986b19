import { hostOfContext } from './story-host/host-of-context.js'
import { mountStoryHost, type StoryContext } from './story-host/story-hosts.js'
import type { StoryHost } from './story-host/story-host.js'

export { globalTypes } from './toolbar/toolbar-globals.js'

/** Project annotations: a loader that creates the host of the story, as `loaded.haiiloHost`. */
export const loaders: [(context: StoryContext) => { readonly haiiloHost: StoryHost | undefined }] = [
  function loadHaiiloHost(context: StoryContext) {
    return { haiiloHost: mountStoryHost(context) }
  },
]

/**
 * Project annotations: a clean-up that closes the host of a portable story, which has no abort signal. On a docs page, the signal is enough:
 * there, Storybook runs the clean-up of all stories with the same id at once.
 */
export function beforeEach(context: StoryContext & { readonly viewMode: string }): (() => void) | undefined {
  return context.viewMode === 'story' ? hostOfContext(context)?.close : undefined
}
