import { hostOfContext } from './story-host/host-of-context.js'
import { mountStoryHost, type StoryContext } from './story-host/story-hosts.js'
import type { StoryHost } from './story-host/story-host.js'

export { globalTypes } from './toolbar/toolbar-globals.js'

interface LoaderContext extends StoryContext {
  haiiloHost?: StoryHost | undefined
}

export const loaders: readonly [(context: LoaderContext) => { readonly haiiloHost: StoryHost | undefined }] = [
  /** Creates the host of the story. Synchronous, so that loaders of the project find it. */
  function loadHaiiloHost(context: LoaderContext): { readonly haiiloHost: StoryHost | undefined } {
    const haiiloHost = mountStoryHost(context)
    context.haiiloHost = haiiloHost
    return { haiiloHost }
  },
]

/**
 * Closes the host of a portable story, which has no abort signal. On a docs page, the signal is enough: there, Storybook runs the clean-up of
 * all stories with the same id at once.
 */
export function beforeEach(context: StoryContext & { readonly viewMode: string }): (() => void) | undefined {
  return context.viewMode === 'story' ? hostOfContext(context)?.close : undefined
}
