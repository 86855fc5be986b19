import type { WireLogEntry } from '@haiilo-kit/simulator'
import { describe, expect, it } from 'vitest'
import type { StoryMessage } from '../wire/story-message.js'
import { createStoryTimeline } from './story-timeline.js'

const accepted: WireLogEntry = {
  id: 1,
  at: 1_700_000_000_000,
  direction: 'plugin-to-host',
  source: 'instance-1',
  view: 'plugin',
  subject: 'init',
  verdict: 'accepted',
}

const seenByHost: StoryMessage = { seenBy: 'host', entry: accepted }
const refusedByHost: StoryMessage = { seenBy: 'host', entry: { ...accepted, verdict: 'refused', reason: 'no nonce' } }
const refusedByPlugin: StoryMessage = {
  seenBy: 'plug-in',
  entry: { direction: 'in', verdict: 'refused', reason: 'ERR_TOKEN_EXPIRED', type: 'string', size: 770, at: 1 },
  instance: 'instance-1',
  view: 'plugin',
}

describe('the timeline of a story', () => {
  it('contains the messages of both sides, and counts refused ones', () => {
    const story = createStoryTimeline(() => 'lunch')
    story.receive({ storyId: 'lunch', run: 'a', messages: [seenByHost, refusedByHost, refusedByPlugin] })
    expect(story.timeline.entries().map(({ seenBy, verdict }) => `${seenBy} ${verdict}`)).toEqual([
      'host accepted',
      'host refused',
      'plug-in refused',
    ])
    expect(story.refused()).toBe(2)
  })

  it('starts empty for every host of the story, and for another story', () => {
    let shown = 'lunch'
    const story = createStoryTimeline(() => shown)
    story.receive({ storyId: 'lunch', run: 'a', messages: [refusedByHost] })
    story.receive({ storyId: 'lunch', run: 'b', messages: [] })
    expect(story.refused()).toBe(0)
    story.receive({ storyId: 'lunch', run: 'b', messages: [refusedByHost] })
    story.receive({ storyId: 'lunch', run: 'b', messages: [refusedByHost] })
    expect(story.refused()).toBe(2)
    shown = 'settings'
    story.reset()
    expect(story.timeline.entries()).toEqual([])
  })

  it('ignores messages of stories that are not shown', () => {
    const story = createStoryTimeline(() => 'lunch')
    story.receive({ storyId: 'settings', run: 'a', messages: [seenByHost] })
    expect(story.timeline.entries()).toEqual([])
  })
})
