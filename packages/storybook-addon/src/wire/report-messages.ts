import { addons } from 'storybook/preview-api'
import { STORY_MESSAGES, type StoryMessage, type StoryMessages } from './story-message.js'

let runs = 0

/** Shows a new host in the panel. Returns a function that sends a message of this host to the panel. */
export function reportMessages(storyId: string): (message: StoryMessage) => void {
  runs += 1
  // unique after a reload of the preview, too. `crypto.randomUUID` is missing on http pages
  const run = `${performance.timeOrigin} ${runs}`
  let waiting: StoryMessage[] = []

  function emit(messages: readonly StoryMessage[]): void {
    addons.getChannel().emit(STORY_MESSAGES, { storyId, run, messages } satisfies StoryMessages)
  }

  emit([])
  return (message) => {
    // one event for all messages of a task: a flood has hundreds
    if (waiting.length === 0)
      setTimeout(() => {
        emit(waiting)
        waiting = []
      })
    waiting.push(message)
  }
}
