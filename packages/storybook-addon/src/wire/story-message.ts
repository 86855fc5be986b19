import type { PluginView, WireEntry } from '@haiilo-kit/core'
import type { WireLogEntry } from '@haiilo-kit/simulator'

/** A message of a story, as one of the two sides saw it. Contains no token. */
export type StoryMessage =
  | { readonly seenBy: 'host'; readonly entry: WireLogEntry }
  | {
      readonly seenBy: 'plug-in'
      readonly entry: WireEntry
      /** Source id of the page. */
      readonly instance: string
      readonly view: PluginView
    }

/** Messages on their way from the preview to the panel. */
export interface StoryMessages {
  readonly storyId: string
  /** Changes with every new host of a story. */
  readonly run: string
  readonly messages: readonly StoryMessage[]
}

/** The event of Storybook's channel that carries {@link StoryMessages}. */
export const STORY_MESSAGES = 'haiilo-kit/story-messages'
