import { HaiiloHostProvider } from '@haiilo-kit/react'
import { createElement, useEffect, useRef, useState, type ComponentType, type ReactElement } from 'react'
import { hostOfContext } from './story-host/host-of-context.js'
import { openStoryHost, type StoryContext } from './story-host/story-hosts.js'

/** Project annotations for React: a decorator that provides the host of the story. The add-on adds it to Storybooks for React. */
export const decorators: [(Story: ComponentType, context: StoryContext) => ReactElement] = [
  /** Provides the host of the story, as the entry point of a plug-in does. */
  function provideStoryHost(Story: ComponentType, context: StoryContext): ReactElement {
    if (context.parameters['haiiloHost'] === false) return createElement(Story)
    const loaded = hostOfContext(context)
    if (!loaded) return createElement(StoryWithoutLoaders, { context, Story })
    return createElement(HaiiloHostProvider, { host: loaded.host }, createElement(Story))
  },
]

interface StoryWithoutLoadersProps {
  readonly Story: ComponentType
  readonly context: StoryContext
}

/** A portable story that is rendered without `load()`. It opens its own host. */
function StoryWithoutLoaders({ Story, context }: StoryWithoutLoadersProps): ReactElement {
  const [opened] = useState(() => openStoryHost(context))
  const isMounted = useRef(false)
  useEffect(() => {
    isMounted.current = true
    return () => {
      isMounted.current = false
      // StrictMode mounts again in the same task
      queueMicrotask(() => {
        if (!isMounted.current) opened?.close()
      })
    }
  }, [opened])
  return opened ? createElement(HaiiloHostProvider, { host: opened.host }, createElement(Story)) : createElement(Story)
}
