import { expect, it } from 'vitest'
import type { Scene } from '../binding-driver.js'
import { createReadyHost, mount, openPage, setEditing, type ContractContext } from '../contract-page.js'
import { watchHost } from '../watch-host.js'

export function messages({ driver }: ContractContext): void {
  it('calls the latest message handler without a new subscription', async () => {
    const page = openPage()
    const { host, added } = watchHost(await createReadyHost(page))
    const received: string[] = []
    const scene = (name: string): Scene => ({ kind: 'message', subject: 'edit', onMessage: () => received.push(name) })
    const { update } = await mount(driver, { provider: { host }, scene: scene('first') })
    const before = added()
    await setEditing(page.home, host, true)
    await update(scene('second'))
    await setEditing(page.home, host, false)
    expect(received).toEqual(['first', 'second'])
    expect(added()).toBe(before)
  })
}
