import { createElement, useSyncExternalStore, type ReactElement } from 'react'
import { Badge } from 'storybook/internal/components'
import { STORY_CHANGED } from 'storybook/internal/core-events'
import { addons, types } from 'storybook/manager-api'
import { STORY_MESSAGES } from '../wire/story-message.js'
import { createStoryTimeline } from './story-timeline.js'
import { TimelinePanel } from './timeline-panel.js'

const ADDON_ID = 'haiilo-kit'

/** Registers the panel with the messages of the story. */
export function registerPanel(): void {
  addons.register(ADDON_ID, (api) => {
    const story = createStoryTimeline(() => api.getUrlState().storyId)
    api.on(STORY_MESSAGES, story.receive)
    api.on(STORY_CHANGED, story.reset)

    function Title(): ReactElement {
      const refused = useSyncExternalStore(story.timeline.subscribe, story.refused)
      return createElement(
        'span',
        { style: { display: 'flex', alignItems: 'center', gap: 6 } },
        'Haiilo',
        refused > 0 && createElement(Badge, { status: 'critical' }, refused),
      )
    }

    addons.add(`${ADDON_ID}/panel`, {
      type: types.PANEL,
      title: Title,
      render: ({ active = false }) => createElement(TimelinePanel, { active, timeline: story.timeline }),
    })
  })
}
