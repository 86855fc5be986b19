export type {
  HaiiloHostParameter,
  HaiiloHostParameters,
  StoryConnectionOptions,
} from './parameters/haiilo-host-parameters.js'
export { storyHost } from './story-host/story-host-of.js'
export type { StoryHost } from './story-host/story-host.js'
