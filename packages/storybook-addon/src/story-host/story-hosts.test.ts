import { FORCE_REMOUNT, STORY_FINISHED } from 'storybook/internal/core-events'
import { addons } from 'storybook/preview-api'
import { describe, expect, it, vi } from 'vitest'
import { beforeEach as prepare, loaders } from '../preview.js'
import { mountStoryHost, type StoryContext } from './story-hosts.js'
import { storyHost } from './story-host-of.js'

function contextOf(part: Partial<StoryContext> = {}): StoryContext {
  return {
    id: 'lunch--ready',
    parameters: {},
    globals: {},
    loaded: {},
    abortSignal: new AbortController().signal,
    ...part,
  }
}

describe('a mounted story', () => {
  it('keeps its host in every rendering', () => {
    const context = contextOf()
    const host = mountStoryHost(context)
    expect(host).toBeDefined()
    expect(mountStoryHost({ ...context })).toBe(host)
  })

  it('has a host of its own, even if the same story is mounted twice on a docs page', async () => {
    const [first, second] = [new AbortController(), new AbortController()]
    const [one, two] = [first, second].map(({ signal }) => mountStoryHost(contextOf({ abortSignal: signal })))
    await Promise.all([one?.host.ready(), two?.host.ready()])
    first.abort()
    expect([one?.host.getSnapshot().status, two?.host.getSnapshot().status]).toEqual(['closed', 'ready'])
    second.abort()
    expect(two?.host.getSnapshot().status).toBe('closed')
  })

  it('has no host with haiiloHost: false', () => {
    expect(mountStoryHost(contextOf({ parameters: { haiiloHost: false } }))).toBeUndefined()
  })

  it('throws for an invalid parameter', () => {
    const context = contextOf({ parameters: { haiiloHost: { fault: 'none' } } })
    expect(() => loaders[0](context)).toThrow('parameters.haiiloHost.fault: “none” is not valid.')
  })

  it('is mounted again once its rendering has finished after a change in the toolbar', async () => {
    const remounts = vi.fn()
    const channel = addons.getChannel()
    channel.on(FORCE_REMOUNT, remounts)
    const context = contextOf({ id: 'lunch--toolbar' })
    const before = mountStoryHost(context)
    channel.emit(STORY_FINISHED, { storyId: context.id })
    expect(remounts).not.toHaveBeenCalled()
    for (const fault of ['expired', 'silent']) {
      expect(mountStoryHost({ ...context, globals: { haiiloFault: fault } })).toBe(before)
    }
    channel.emit(STORY_FINISHED, { storyId: 'lunch--other' })
    expect(remounts).not.toHaveBeenCalled()
    channel.emit(STORY_FINISHED, { storyId: context.id })
    channel.emit(STORY_FINISHED, { storyId: context.id })
    expect(remounts).toHaveBeenCalledExactlyOnceWith({ storyId: context.id })
    const next = mountStoryHost(contextOf({ id: context.id, globals: { haiiloFault: 'expired' } }))
    await expect(next?.host.ready()).rejects.toMatchObject({ code: 'ERR_TOKEN_EXPIRED' })
  })
})

describe('storyHost', () => {
  it('returns the host that the loader created', () => {
    const context = contextOf()
    const loaded = loaders[0](context)
    expect(storyHost({ loaded })).toBe(mountStoryHost(context))
  })

  it('says what to do if the story has no host', () => {
    expect(() => storyHost({ loaded: {} })).toThrow('Add "@haiilo-kit/storybook-addon" to `addons`')
  })
})

describe('the clean-up of a story', () => {
  it('closes the host of a story outside of docs pages, such as a portable one', () => {
    const context = contextOf()
    const loaded = loaders[0](context)
    prepare({ ...context, loaded, viewMode: 'story' })?.()
    expect(loaded.haiiloHost?.host.getSnapshot().status).toBe('closed')
  })

  it('leaves docs pages to the abort signal', () => {
    const context = contextOf()
    expect(prepare({ ...context, loaded: loaders[0](context), viewMode: 'docs' })).toBeUndefined()
  })
})
