import { HaiiloHostPlugin } from '@haiilo-kit/vue'
import { defineComponent, getCurrentInstance, h, onUnmounted, resolveComponent, type Component } from 'vue'
import { hostOfContext } from './story-host/host-of-context.js'
import { openStoryHost, type StoryContext } from './story-host/story-hosts.js'

/** Project annotations for Vue: a decorator that provides the host of the story. The add-on adds it to Storybooks for Vue. */
export const decorators: [(story: unknown, context: StoryContext) => Component] = [
  /** Installs `HaiiloHostPlugin` in the app of the story, as the `main.ts` of a plug-in does. */
  function provideStoryHost(_story: unknown, context: StoryContext): Component {
    return defineComponent({
      setup() {
        const loaded = hostOfContext(context)
        // a portable story that is rendered without load()
        const opened = loaded ? undefined : openStoryHost(context)
        if (opened) onUnmounted(opened.close)
        const host = (loaded ?? opened)?.host
        if (host) getCurrentInstance()?.appContext.app.use(HaiiloHostPlugin, host)
        return () => h(resolveComponent('story'))
      },
    })
  },
]
