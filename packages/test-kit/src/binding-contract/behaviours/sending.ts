import type { HostCommands } from '@haiilo-kit/core/binding'
import { expect, it } from 'vitest'
import { createReadyHost, eventually, latestPayload, mount, openPage, type ContractContext } from '../contract-page.js'

export function sending({ driver }: ContractContext): void {
  const state = { canteen: 'south', days: [{ name: 'monday', dishes: ['soup'] }] }

  it('sends framework state as plain data', async () => {
    const page = openPage()
    const host = await createReadyHost(page)
    let commands: HostCommands<unknown> | undefined
    await mount(driver, { provider: { host }, scene: { kind: 'commands', onCommands: (given) => (commands = given) } })
    commands?.send('order', { state: driver.makeState(state) })
    await eventually(() => latestPayload(page.home, 'order'), { state })
    commands?.request('reserve', { state: driver.makeState(state) }).catch(() => undefined)
    await eventually(() => latestPayload(page.home, 'reserve'), { state })
  })

  it('saves framework state as plain data', async () => {
    const page = openPage({ view: 'config' })
    const host = await createReadyHost(page)
    await mount(driver, { provider: { host }, scene: { kind: 'save', onSave: async () => driver.makeState(state) } })
    expect(await page.home.save()).toEqual(state)
  })
}
