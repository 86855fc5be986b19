import { FORCE_REMOUNT, STORY_FINISHED } from 'storybook/internal/core-events'
import { addons } from 'storybook/preview-api'
import { readParameters } from '../parameters/read-parameters.js'
import { applyToolbar, toolbarKey } from '../toolbar/toolbar-globals.js'
import { reportMessages } from '../wire/report-messages.js'
import { createStoryHost, type OpenStoryHost } from './create-story-host.js'

/** The parts of a story's context that the add-on reads. */
export interface StoryContext {
  readonly id: string
  readonly parameters: Readonly<Record<string, unknown>>
  readonly globals: Readonly<Record<string, unknown>>
  readonly loaded: Readonly<Record<string, unknown>>
  /** One object for each mounted story: a rendering with other arguments has the same. Aborted when the story is unmounted. */
  readonly abortSignal: AbortSignal
}

interface MountedHost {
  readonly host: OpenStoryHost
  /** The key of the toolbar's state for which the host was created. */
  readonly toolbar: string
  /** Whether the story will be mounted again, because the toolbar has changed. */
  isRemounting: boolean
}

/** The hosts of mounted stories, by abort signal: each mounted story has its own. */
const mounted = new WeakMap<AbortSignal, MountedHost>()

/**
 * Returns the host of a mounted story, and creates it on the first rendering. It closes when the story is unmounted, on a docs page too.
 * After a change in the toolbar, the story is mounted again and gets a new host.
 *
 * @returns `undefined` if the story has no host.
 * @throws {TypeError} The parameter `haiiloHost` is invalid.
 */
export function mountStoryHost(context: StoryContext): OpenStoryHost | undefined {
  const { id, abortSignal } = context
  const toolbar = toolbarKey(context.globals)
  const current = mounted.get(abortSignal)
  if (!current) {
    const host = openStoryHost(context)
    if (!host) return undefined
    mounted.set(abortSignal, { host, toolbar, isRemounting: false })
    abortSignal.addEventListener('abort', host.close)
    return host
  }
  if (current.toolbar !== toolbar && !current.isRemounting) {
    current.isRemounting = true
    remount(id)
  }
  return current.host
}

/** Creates a host from the parameters and the toolbar. The caller closes it. */
export function openStoryHost({ id, parameters, globals }: StoryContext): OpenStoryHost | undefined {
  const read = readParameters(parameters['haiiloHost'])
  return read && createStoryHost(applyToolbar(read, globals), reportMessages(id))
}

/** Mounts a story again after its current rendering. During a rendering, Storybook would reload the whole page. */
function remount(id: string): void {
  const channel = addons.getChannel()
  channel.on(STORY_FINISHED, function finished({ storyId }: { readonly storyId: string }) {
    if (storyId !== id) return
    channel.off(STORY_FINISHED, finished)
    channel.emit(FORCE_REMOUNT, { storyId })
  })
}
