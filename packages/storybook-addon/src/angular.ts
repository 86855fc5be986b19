import { provideHaiiloHost } from '@haiilo-kit/angular'
import { hostOfContext } from './story-host/host-of-context.js'
import type { StoryContext } from './story-host/story-hosts.js'

/** What a story returns in Storybook for Angular. */
interface AngularStory {
  readonly applicationConfig?: { readonly providers: readonly unknown[] }
}

/** Project annotations for Angular: a decorator that provides the host of the story. The add-on adds it to Storybooks for Angular. */
export const decorators: [(story: () => AngularStory, context: StoryContext) => AngularStory] = [
  /** Provides the host of the story to its application, as `bootstrapApplication` does. */
  function provideStoryHost(story: () => AngularStory, context: StoryContext): AngularStory {
    const rendered = story()
    const host = hostOfContext(context)?.host
    if (!host) return rendered
    const { applicationConfig } = rendered
    return {
      ...rendered,
      applicationConfig: {
        ...applicationConfig,
        providers: [provideHaiiloHost(host), ...(applicationConfig?.providers ?? [])],
      },
    }
  },
]
