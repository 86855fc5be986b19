import { expect, it } from 'vitest'
import { ADA_TEXT, BOUNDARY, countInits, eventually, mount, openPage, type ContractContext } from '../contract-page.js'

export function severalPlugins({ driver }: ContractContext): void {
  it('runs two independent plug-ins on one page', async () => {
    const ada = openPage()
    const grace = openPage({ userName: 'Grace', canteen: 'south' })
    const one = await mount(driver, { provider: { options: ada.options }, scene: BOUNDARY })
    const other = await mount(driver, { provider: { options: grace.options }, scene: BOUNDARY })
    await eventually(() => one.element.textContent, ADA_TEXT)
    await eventually(() => other.element.textContent, 'Grace eats {"canteen":"south"}')
    await one.unmount()
    grace.home.send('edit', { 'stt.edit': true })
    await eventually(() => other.element.textContent, 'Grace eats {"canteen":"south"} while editing')
    expect([countInits(ada.home), countInits(grace.home)]).toEqual([1, 1])
  })
}
