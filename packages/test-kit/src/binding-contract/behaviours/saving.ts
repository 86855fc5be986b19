import { expect, it } from 'vitest'
import type { Scene } from '../binding-driver.js'
import { createReadyHost, mount, openPage, type ContractContext } from '../contract-page.js'
import { watchHost } from '../watch-host.js'

export function saving({ driver }: ContractContext): void {
  it('answers save with the result of the latest handler, without a new subscription', async () => {
    const page = openPage({ view: 'config' })
    const { host, added } = watchHost(await createReadyHost(page))
    const scene = (canteen: string): Scene => ({ kind: 'save', onSave: () => ({ canteen }) })
    const { update } = await mount(driver, { provider: { host }, scene: scene('south') })
    const before = added()
    expect(await page.home.save()).toEqual({ canteen: 'south' })
    await update(scene('west'))
    expect(await page.home.save()).toEqual({ canteen: 'west' })
    expect(added()).toBe(before)
  })

  it('answers save with false after unmount', async () => {
    const warnings: string[] = []
    const page = openPage({ view: 'config', onWarning: ({ code }) => warnings.push(code) })
    const { host, active } = watchHost(await createReadyHost(page))
    const { unmount } = await mount(driver, { provider: { host }, scene: { kind: 'save', onSave: () => true } })
    await unmount()
    expect(await page.home.save()).toBe(false)
    expect(warnings).toEqual(['ERR_SAVE_UNHANDLED'])
    expect(active()).toBe(0)
  })
}
