import { expect, it, onTestFinished, vi } from 'vitest'
import type { Scene } from '../binding-driver.js'
import { BOUNDARY, countInits, createReadyHost, mount, openPage, type ContractContext } from '../contract-page.js'
import { watchHost } from '../watch-host.js'
import { watchObservers } from '../watch-observers.js'

export function unmounting({ driver, consoleMessages }: ContractContext): void {
  it.each<[string, Scene]>([
    ['a boundary', BOUNDARY],
    ['a selection', { kind: 'selection', select: ({ status }) => status, onRender: () => undefined }],
    ['a message handler', { kind: 'message', subject: 'edit', onMessage: () => undefined }],
    ['a height', { kind: 'height', heights: [100, 50] }],
  ])('removes all listeners and observers of %s on unmount, and keeps the given host open', async (_, scene) => {
    const { host, active } = watchHost(await createReadyHost(openPage()))
    const observers = watchObservers()
    onTestFinished(observers.restore)
    const { unmount, settled } = await mount(driver, { provider: { host }, scene })
    await settled()
    expect(active() + observers.observed()).toBeGreaterThan(0)
    await unmount()
    expect({ active: active(), observed: observers.observed() }).toEqual({ active: 0, observed: 0 })
    expect(host.getSnapshot().status).toBe('ready')
    expect(consoleMessages).toEqual([])
  })

  it('closes its own host on unmount, with its listener and timers', async () => {
    const { options, home } = openPage({ fault: 'silent' })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    const { unmount } = await mount(driver, { provider: { options }, scene: BOUNDARY })
    // the timeout of the handshake, and the import of the keys
    expect({ listening: options.listening(), timers: vi.getTimerCount() }).toEqual({ listening: 1, timers: 2 })
    await unmount()
    expect({ listening: options.listening(), timers: vi.getTimerCount() }).toEqual({ listening: 0, timers: 0 })
    expect(countInits(home)).toBe(1)
  })
}
