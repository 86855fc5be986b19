import { expect, it } from 'vitest'
import type { ContractPlugin } from '../binding-driver.js'
import {
  ADA_TEXT,
  BOUNDARY,
  countInits,
  createReadyHost,
  eventually,
  mount,
  openPage,
  textOf,
  type ContractContext,
} from '../contract-page.js'

export function serverRendering({ driver, consoleMessages }: ContractContext): void {
  const { renderToString } = driver
  if (!renderToString) return

  it('renders connecting on a server without opening the host', async () => {
    const { options, home } = openPage()
    expect(textOf(await renderToString({ provider: { options }, scene: BOUNDARY }))).toBe('connecting')
    expect({ listening: options.listening(), inits: countInits(home) }).toEqual({ listening: 0, inits: 0 })
    expect(consoleMessages).toEqual([])
  })

  it('hydrates server HTML without warnings, even if the host is already ready', async () => {
    const host = await createReadyHost(openPage())
    const plugin: ContractPlugin = { provider: { host }, scene: BOUNDARY }
    const html = await renderToString(plugin)
    expect(textOf(html)).toBe('connecting')
    const { element, errors } = await mount(driver, plugin, { html })
    await eventually(() => element.textContent, ADA_TEXT)
    expect(errors).toEqual([])
    expect(consoleMessages).toEqual([])
  })
}
