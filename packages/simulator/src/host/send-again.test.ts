import { createHaiiloHost, onSave, type HaiiloHost, type WireEntry } from '@haiilo-kit/core'
import { afterEach, describe, expect, it } from 'vitest'
import { waitUntil } from '../../test/wait-until.js'
import { createSimulatedHost } from './create-simulated-host.js'
import type { SimulatedHost } from './simulated-host.js'

const open: (HaiiloHost | SimulatedHost)[] = []

afterEach(() => {
  for (const thing of open.splice(0)) thing.close()
})

/** A home, a plug-in that has its handshake, and what its connection reported. */
async function connected(view: 'plugin' | 'config' = 'plugin') {
  const home = createSimulatedHost()
  const wire: WireEntry[] = []
  const host = createHaiiloHost({ ...home.connect(view), onWire: (entry) => wire.push(entry) })
  open.push(host, home)
  await host.ready()
  return { home, host, wire }
}

describe('sendAgain', () => {
  it('posts the same token, and the plug-in ignores it', async () => {
    const { home, host, wire } = await connected()
    const before = host.getSnapshot()
    const answer = home.log.find(({ verdict }) => verdict === 'sent')
    expect(home.sendAgain(answer?.id ?? 0)).toBe(true)
    await waitUntil(() => wire.some(({ direction, verdict }) => direction === 'in' && verdict === 'ignored'))
    expect(host.getSnapshot()).toBe(before)
    const { id, at, reason, ...again } = home.log.at(-1) ?? {}
    expect(again).toEqual({ ...answer, id: undefined, at: undefined, reason: undefined })
    expect(reason).toBe(`sent again: the same message as entry ${answer?.id}`)
  })

  it('does not make a configuration view save a second time', async () => {
    const { home, host, wire } = await connected('config')
    let saves = 0
    onSave(host, () => ({ saves: (saves += 1) }))
    expect(await home.save()).toEqual({ saves: 1 })
    const save = home.log.find(({ subject, verdict }) => subject === 'save' && verdict === 'sent')
    expect(home.sendAgain(save?.id ?? 0)).toBe(true)
    await waitUntil(() => wire.some(({ reason }) => reason === 'ERR_TOKEN_REPLAYED'))
    expect(saves).toBe(1)
  })

  it('sends nothing after the page was closed', async () => {
    const { home } = await connected()
    const answer = home.log.find(({ verdict }) => verdict === 'sent')
    home.close()
    expect(home.sendAgain(answer?.id ?? 0)).toBe(false)
  })

  it('sends nothing for a message of the plug-in', async () => {
    const { home } = await connected()
    const init = home.log.find(({ direction }) => direction === 'plugin-to-host')
    expect(home.sendAgain(init?.id ?? 0)).toBe(false)
  })
})

describe('the log', () => {
  it('has the header of every token that the host sent', async () => {
    const { home } = await connected()
    expect(home.log.map(({ header }) => header)).toEqual([undefined, { typ: 'JWT', alg: 'RS512' }])
    home.setFault('unsigned')
    home.send('edit')
    await waitUntil(() => home.log.some(({ header }) => header?.['alg'] === 'none'))
  })
})
