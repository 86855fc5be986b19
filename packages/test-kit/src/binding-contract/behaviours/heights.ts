import { expect, it, onTestFinished } from 'vitest'
import type { Scene } from '../binding-driver.js'
import { createReadyHost, eventually, mount, openPage, type ContractContext } from '../contract-page.js'
import { watchObservers } from '../watch-observers.js'

export function heights({ driver, layout }: ContractContext): void {
  const scene = (...heights: number[]): Scene => ({ kind: 'height', heights })

  it('observes elements as they are added and removed', async () => {
    const observers = watchObservers()
    onTestFinished(observers.restore)
    const host = await createReadyHost(openPage())
    const { update } = await mount(driver, { provider: { host }, scene: scene() })
    expect(observers.observed()).toBe(0)
    await update(scene(100))
    expect(observers.observed()).toBeGreaterThan(0)
    await update(scene())
    expect(observers.observed()).toBe(0)
  })

  if (!layout) return

  it('sends the height of the observed elements, and keeps the last height when none is left', async () => {
    const page = openPage()
    const host = await createReadyHost(page)
    const { update, element } = await mount(driver, { provider: { host }, scene: scene(100) })
    const bottom = (pixels: number): number => Math.ceil(element.getBoundingClientRect().top + window.scrollY + pixels)
    await eventually(() => page.home.height, bottom(100))
    await update(scene(100, 50))
    await eventually(() => page.home.height, bottom(150))
    await update(scene(30))
    await eventually(() => page.home.height, bottom(30))
    await update(scene())
    await new Promise(requestAnimationFrame)
    await new Promise(requestAnimationFrame)
    expect(page.home.height).toBe(bottom(30))
  })
}
