import {
  createTimeline,
  timelineMessageFromHost,
  timelineMessageFromPlugin,
  type Timeline,
} from '@haiilo-kit/sandbox/timeline'
import type { StoryMessage, StoryMessages } from '../wire/story-message.js'

/** The messages of the story that is shown. */
export interface StoryTimeline {
  readonly timeline: Timeline
  /** How many messages the host or the plug-in has refused. */
  readonly refused: () => number
  /** Adds messages of a story. Those of a new host replace the earlier ones. */
  readonly receive: (received: StoryMessages) => void
  /** Another story is shown: forgets all messages. */
  readonly reset: () => void
}

/** @param currentStory Returns the id of the story that is shown. */
export function createStoryTimeline(currentStory: () => string | undefined): StoryTimeline {
  const timeline = createTimeline()
  let currentRun: string | undefined

  function reset(): void {
    currentRun = undefined
    timeline.clear()
  }

  return {
    timeline,
    refused: () => timeline.entries().filter(({ verdict }) => verdict === 'refused').length,
    receive({ storyId, run, messages }) {
      // a docs page has several stories
      if (storyId !== currentStory()) return
      if (run !== currentRun) reset()
      currentRun = run
      for (const message of messages) timeline.add(toTimelineMessage(message))
    },
    reset,
  }
}

function toTimelineMessage(message: StoryMessage): Parameters<Timeline['add']>[0] {
  if (message.seenBy === 'host') return timelineMessageFromHost(message.entry)
  return timelineMessageFromPlugin(message.entry, message)
}
