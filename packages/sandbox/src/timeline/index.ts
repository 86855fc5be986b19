export { createTimeline, type Timeline, type TimelineFilter } from './create-timeline.js'
export { mountTimeline, type MountedTimeline, type MountTimelineOptions } from './mount-timeline.js'
export { recordFixture, type RecordedInstance } from './record-fixture.js'
export {
  timelineMessageFromHost,
  timelineMessageFromPlugin,
  type TimelineEntry,
  type TimelineMessage,
} from './timeline-entry.js'
