import { onSave } from '@haiilo-kit/core'
import { createSimulatedHost, defineHostFixture } from '@haiilo-kit/simulator'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { HaiiloHostParameters } from '../parameters/haiilo-host-parameters.js'
import type { StoryMessage } from '../wire/story-message.js'
import { createStoryHost, type OpenStoryHost } from './create-story-host.js'

function open(parameters: HaiiloHostParameters = {}, onMessage?: (message: StoryMessage) => void): OpenStoryHost {
  const home = createStoryHost(parameters, onMessage)
  onTestFinished(home.close)
  return home
}

describe('the host of a story', () => {
  it('verifies the user and the configuration of the story', async () => {
    const { host } = open({ user: { userName: 'Grace' }, config: { canteen: 'north' }, editing: true })
    const { context, config, editing } = await host.ready()
    expect([context.userName, config, editing]).toEqual(['Grace', { canteen: 'north' }, true])
  })

  it('passes options of the connection on, such as the parser of the configuration', async () => {
    const { host } = open({ config: { dishes: '3' }, connection: { config: ({ dishes }) => Number(dishes) } })
    expect((await host.ready()).config).toBe(3)
  })

  it('starts from a fixture, and the other parameters override it', async () => {
    const fixture = defineHostFixture({ name: 'lunch', user: { userName: 'Ada' }, config: { canteen: 'north' } })
    const { host } = open({ fixture, config: { canteen: 'south' } })
    const { context, config } = await host.ready()
    expect([context.userName, config]).toEqual(['Ada', { canteen: 'south' }])
  })

  it('fails with the fault of the story, and retries after the fault is gone', async () => {
    const { host, setFault } = open({ fault: 'expired' })
    await expect(host.ready()).rejects.toMatchObject({ code: 'ERR_TOKEN_EXPIRED' })
    setFault(undefined)
    host.retry()
    await expect(host.ready()).resolves.toMatchObject({ status: 'ready' })
  })

  it('reloads the plug-in after a change, also with another user', async () => {
    const { host, setUser, setConfig, setEditing } = open()
    await host.ready()
    setUser({ userId: 'user-7', userName: 'Grace' })
    expect(host.getSnapshot().status).toBe('connecting')
    expect((await host.ready()).context.userId).toBe('user-7')
    setConfig({ canteen: 'south' })
    expect((await host.ready()).config).toEqual({ canteen: 'south' })
    setEditing(true)
    expect((await host.ready()).editing).toBe(true)
  })

  it('delivers messages after a reload', async () => {
    const { host, reload, send } = open()
    const received: unknown[] = []
    await host.ready()
    host.on('menuChanged', ({ claims }) => received.push(claims['dish']))
    reload()
    await host.ready()
    send('menuChanged', { dish: 'soup' })
    await expect.poll(() => received).toEqual(['soup'])
  })

  it('saves the configuration view', async () => {
    const { host, save, messages } = open({ view: 'config' })
    onSave(host, () => ({ canteen: 'south' }))
    expect(await save()).toEqual({ canteen: 'south' })
    expect(messages().map(({ subject }) => subject)).toEqual(['init', 'init', 'save', 'setConfig'])
  })

  it('reports messages of both sides, without tokens', async () => {
    const messages: StoryMessage[] = []
    const { host } = open({ fault: 'unsigned' }, (message) => messages.push(message))
    await host.ready().catch(() => undefined)
    expect(messages.map(({ seenBy, entry }) => [seenBy, entry.verdict])).toEqual([
      ['host', 'accepted'],
      ['host', 'sent'],
      ['plug-in', 'refused'],
    ])
    expect(JSON.stringify(messages)).not.toMatch(/eyJ[\w-]+\.[\w-]+\./)
  })

  it('trusts no other host, regardless of the connection options', async () => {
    const other = createSimulatedHost({ user: { userName: 'Mallory' } })
    onTestFinished(other.close)
    // source, trust and transport of the other host
    const connection: object = other.connect()
    const { host } = open({ user: { userName: 'Ada' }, connection })
    expect((await host.ready()).context.userName).toBe('Ada')
  })

  it('closes the connection and the simulated host, even if it is called twice', async () => {
    const { host, save, close } = open({ view: 'config' })
    onSave(host, () => new Promise(() => undefined))
    await host.ready()
    const saved = save()
    close()
    close()
    expect(host.getSnapshot().status).toBe('closed')
    await expect(saved).rejects.toMatchObject({ code: 'ERR_CONNECTION_CLOSED' })
  })
})
